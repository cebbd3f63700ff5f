// What every page must do. Each check takes a page and gives the faults it found, in words.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { brotliCompressSync } from 'node:zlib'

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const MOST_BYTES = 50_000 // The promise: a page with its stylesheet and scripts, compressed.
const MOST_STEPS = 400 // Tab presses; the longest page of the sample needs under 300.
const WAIT_MS = 5_000

/// axe finds nothing.
export async function accessible(tab) {
  await tab.evaluate(AXE)
  const { violations } = await tab.evaluate((tags) => window.axe.run(document, { runOnly: tags }), RULES)
  return violations.map((found) => `axe ${found.id}: ${found.help} at ${found.nodes.slice(0, 3).map((n) => n.target.join(' ')).join('; ')}`)
}

/// The page says its language and is mirrored in Arabic.
export async function language(tab, wanted) {
  const [lang, dir] = await tab.evaluate(() => [document.documentElement.lang, document.documentElement.dir])
  const side = wanted === 'ar' ? 'rtl' : 'ltr'
  return lang === wanted && dir === side ? [] : [`is ${lang} ${dir} instead of ${wanted} ${side}`]
}

/// Nothing makes the page wider than the window.
export async function overflow(tab) {
  const over = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return over > 0 ? [`is ${over} px wider than the window`] : []
}

/// The page, its stylesheet and its scripts, compressed, are small.
export async function weight(address, path, headers) {
  const page = await (await fetch(address + path, { headers })).text()
  const assets = [...new Set([...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((found) => found[1]))]
  let bytes = brotliCompressSync(page).length
  for (const asset of assets) {
    const answer = await fetch(address + asset)
    if (!answer.ok) return [`${asset} answers ${answer.status}`]
    bytes += brotliCompressSync(Buffer.from(await answer.arrayBuffer())).length
  }
  return bytes < MOST_BYTES ? [] : [`weighs ${bytes} bytes`]
}

/// The policy allows no script, style or address but our own, and says who may frame the page.
export async function policy(address, path, ancestors, headers) {
  const said = (await fetch(address + path, { headers })).headers.get('content-security-policy')
  if (!said) return ['says no policy']
  const framed = `frame-ancestors ${ancestors}`
  if (!said.includes(framed)) return [`does not say ${framed}`]
  const rest = said.replace(framed, '')
  return ['unsafe-inline', 'unsafe-eval', 'http:', 'https:', ' *'].filter((word) => rest.includes(word)).map((word) => `allows ${word}`)
}

/// Every link and field is reached by Tab, each shows that it has the focus, and the skip link comes first.
export async function keyboard(tab) {
  const faults = []
  await tab.keyboard.press('Tab')
  // The frame that other sites carry has nothing before its text to skip.
  const begins = () => !document.querySelector('.masthead') || document.activeElement.matches('.skip')
  if (!(await tab.evaluate(begins))) faults.push('does not begin with the skip link')
  const seen = new Set()
  let last = ''
  for (let step = 0; step < MOST_STEPS; step++) {
    const at = await tab.evaluate(() => {
      const focused = document.activeElement
      if (!focused || focused === document.body) return null
      focused.dataset.walk ??= String(document.querySelectorAll('[data-walk]').length)
      const shows = (element, part) => {
        const style = getComputedStyle(element, part)
        return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
      }
      const isShown = shows(focused) || shows(focused, '::after') || shows(focused.parentElement)
      return { id: focused.dataset.walk, isShown, what: focused.outerHTML.slice(0, 80) }
    })
    // A field for a day has a stop for each of its parts: the same field again is no way round.
    if (!at || (seen.has(at.id) && at.id !== last)) break
    seen.add(at.id)
    last = at.id
    if (!at.isShown) faults.push(`focus does not show on ${at.what}`)
    await tab.keyboard.press('Tab')
  }
  const missed = await tab.evaluate(() => {
    const wanted = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    return wanted.filter((element) => element.checkVisibility({ visibilityProperty: true }) && !('walk' in element.dataset)).length
  })
  if (missed && seen.size < MOST_STEPS) faults.push(`${missed} links or fields are not reached`)
  return faults.slice(0, 5)
}

/// Without script the page has its heading, its words and its search form, and shows nothing that needs script.
export async function withoutScript(tab) {
  const faults = []
  if ((await tab.locator('main h1').count()) !== 1) faults.push('has no heading')
  if ((await tab.locator('main').innerText()).trim().length < 40) faults.push('says next to nothing')
  if ((await tab.locator('form[role=search] button').count()) === 0) faults.push('cannot be searched')
  if (await tab.locator('[data-copy-buttons]:visible').count()) faults.push('shows buttons that need script')
  return faults
}

/// Results appear while one types, and the arrow keys lead to them.
export async function typing(context, address) {
  const tab = await context.newPage()
  try {
    await tab.goto(`${address}/`)
    await tab.keyboard.press('/')
    await tab.keyboard.type('report')
    await tab.locator('[data-suggest-list] a').first().waitFor({ state: 'visible', timeout: WAIT_MS })
    await tab.keyboard.press('ArrowDown')
    const isThere = await tab.evaluate(() => document.activeElement.closest('[data-suggest-list]') !== null)
    await tab.keyboard.press('Escape')
    const isClosed = await tab.locator('[data-suggest-list]').isHidden()
    return [...(isThere ? [] : ['the arrow key does not lead to the results']), ...(isClosed ? [] : ['Escape does not close them'])]
  } catch (error) {
    return [error.message.split('\n')[0]]
  } finally {
    await tab.close()
  }
}

/// The form alone finds something.
export async function searchWithoutScript(context, address) {
  const tab = await context.newPage()
  try {
    await tab.goto(`${address}/`)
    await tab.fill('#q', 'report')
    await tab.click('.search__go')
    return (await tab.locator('.hit').count()) > 0 ? [] : ['finds nothing']
  } catch (error) {
    return [error.message.split('\n')[0]]
  } finally {
    await tab.close()
  }
}

/// The form of the menu sets the look and comes back to the same page.
export async function theme(context, address) {
  const tab = await context.newPage()
  try {
    await tab.goto(`${address}/help`)
    await tab.click('.menu > summary')
    await tab.click('.menu__theme button[value=dark]')
    const isDark = (await tab.getAttribute('html', 'data-theme')) === 'dark'
    const isBack = new URL(tab.url()).pathname === '/help'
    return [...(isDark ? [] : ['the page is not dark']), ...(isBack ? [] : [`leads to ${tab.url()}`])]
  } catch (error) {
    return [error.message.split('\n')[0]]
  } finally {
    await tab.close()
  }
}

/// One click copies the link.
export async function copying(browser, address) {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const tab = await context.newPage()
  try {
    await tab.goto(address)
    await tab.click('[data-copy=cite-link]')
    await tab.locator('[data-copy=cite-link][data-done]').waitFor({ timeout: WAIT_MS })
    const copied = await tab.evaluate(() => navigator.clipboard.readText())
    return copied.includes('/d/') ? [] : [`copies ${copied}`]
  } catch (error) {
    return [error.message.split('\n')[0]]
  } finally {
    await context.close()
  }
}
