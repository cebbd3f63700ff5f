// Visits every kind of page in a real Chromium, in six languages, light and dark, wide and narrow.
//
// PLENUM_ADDRESS  where a filled library is served (http://127.0.0.1:8080)
// PLENUM_TOKEN    the administrator's token: files are brought in through the page, up to PLENUM_UPLOAD_MB
// arguments       paths to visit; without any they are found by following the links of the first page
// Ends with "N passed, N failed" and status 1 if anything failed. Pictures are laid in screenshots/.
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { discover } from './paths.mjs'
import * as checks from './checks.mjs'
import * as framed from './framed.mjs'
import * as upload from './upload.mjs'

const ADDRESS = (process.env.PLENUM_ADDRESS ?? 'http://127.0.0.1:8080').replace(/\/$/, '')
const LANGUAGES = ['en', 'ar', 'zh', 'fr', 'ru', 'es']
// The desk's pages are the editor's alone.
const head = (path) => (/^\/desk\/|\/(review|edit)$/.test(path) && process.env.PLENUM_TOKEN
  ? { authorization: `Bearer ${process.env.PLENUM_TOKEN}` } : {})
const PICTURES = fileURLToPath(new URL('screenshots', import.meta.url))
// Each language once in full; light and dark, wide and narrow turn about, so that each pair of them is met.
const VIEWS = [
  { name: 'wide', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { name: 'phone', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  { name: 'wide-dark', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  { name: 'phone-light', viewport: { width: 360, height: 740 }, colorScheme: 'light' },
]

const tally = { passed: 0, failed: 0 }
function note(name, faults) {
  if (faults.length === 0) return void tally.passed++
  tally.failed++
  console.log(`not ok  ${name}`)
  for (const fault of faults) console.log(`        ${fault}`)
}

/// Opens a page and listens for what it must not do: complain, break the policy, call another host.
async function visit(context, path) {
  const tab = await context.newPage()
  await tab.setExtraHTTPHeaders(head(path.split('?')[0]))
  const faults = []
  tab.on('console', (message) => {
    // The browser itself reports the status of an error page; that is the page's right answer.
    const isOwnStatus = message.text().startsWith('Failed to load resource') && message.location().url.endsWith(path)
    if (['error', 'warning'].includes(message.type()) && !isOwnStatus) faults.push(`console: ${message.text()}`)
  })
  tab.on('pageerror', (error) => faults.push(`script: ${error.message}`))
  tab.on('request', (request) => {
    if (!request.url().startsWith(ADDRESS) && !request.url().startsWith('data:')) faults.push(`asks ${request.url()}`)
  })
  const answer = await tab.goto(ADDRESS + path, { waitUntil: 'load' })
  return { tab, faults, answer }
}

const inLanguage = (path, language) => `${path}${path.includes('?') ? '&' : '?'}ui=${language}`

/// One page in one language and one view.
async function look(context, kind, path, language, name) {
  const { tab, faults, answer } = await visit(context, inLanguage(path, language))
  const expected = kind === 'nowhere' ? 404 : 200
  if (answer.status() !== expected) faults.push(`status ${answer.status()} instead of ${expected}`)
  faults.push(...(await checks.language(tab, language)))
  faults.push(...(await checks.overflow(tab)))
  faults.push(...(await checks.accessible(tab)))
  if (process.env.PLENUM_PICTURES !== 'none') await tab.screenshot({ path: `${PICTURES}/${name.replaceAll(' ', '.')}.png` })
  await tab.close()
  return faults
}

async function visitAll(browser, paths) {
  for (const [turn, language] of LANGUAGES.entries()) {
    // English is seen in all four views, the others in two: a wide and a narrow one.
    const views = language === 'en' ? VIEWS : [VIEWS[(turn % 2) * 2], VIEWS[1 + (turn % 2) * 2]]
    for (const view of views) {
      // Two contexts run side by side would only fight for two cores.
      const context = await browser.newContext({ viewport: view.viewport, colorScheme: view.colorScheme })
      for (const [kind, path] of paths) {
        const name = `${kind} ${language} ${view.name}`
        note(name, await look(context, kind, path, language, name).catch((error) => [error.message.split('\n')[0]]))
      }
      await context.close()
      console.log(`looked  ${language} ${view.name}: ${paths.length} pages`)
    }
  }
}

async function visitOnce(browser, paths) {
  const scripted = await browser.newContext({ viewport: VIEWS[0].viewport })
  const plain = await browser.newContext({ viewport: VIEWS[1].viewport, javaScriptEnabled: false })
  for (const [kind, path] of paths) {
    note(`${kind} weighs under 50 kB`, await checks.weight(ADDRESS, path, head(path)))
    note(`${kind} has a strict policy`, await checks.policy(ADDRESS, path, kind === 'frame' ? '*' : "'none'", head(path)))
    const { tab, faults } = await visit(scripted, path)
    note(`${kind} by keyboard`, [...faults, ...(await checks.keyboard(tab))])
    const bare = await plain.newPage()
    await bare.setExtraHTTPHeaders(head(path))
    await bare.goto(ADDRESS + path)
    note(`${kind} without script`, await checks.withoutScript(bare))
    await tab.close()
    await bare.close()
  }
  note('typing shows results', await checks.typing(scripted, ADDRESS))
  note('searching works without script', await checks.searchWithoutScript(plain, ADDRESS))
  note('the look can be chosen without script', await checks.theme(plain, ADDRESS))
  const paragraph = paths.find(([kind]) => kind === 'paragraph')
  if (paragraph) note('a citation is copied in one click', await checks.copying(browser, ADDRESS + paragraph[1]))
  await scripted.close()
  await plain.close()
}

const browser = await chromium.launch({
  executablePath: process.env.PLENUM_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
})
try {
  await mkdir(PICTURES, { recursive: true })
  const given = process.argv.slice(2)
  const paths = given.length ? given.map((path) => [path.split('/').filter(Boolean).join('-') || 'home', path])
    : await discover(ADDRESS)
  for (const [kind, path] of paths) console.log(`visits  ${kind.padEnd(12)} ${path}`)
  await visitOnce(browser, paths)
  for (const [name, faults] of await framed.checks(browser, ADDRESS)) note(name, faults)
  await visitAll(browser, paths)
  // Last, since it adds documents.
  if (process.env.PLENUM_TOKEN && !given.length) {
    const limit = Number(process.env.PLENUM_UPLOAD_MB ?? 50)
    for (const [name, faults] of await upload.checks(browser, ADDRESS, process.env.PLENUM_TOKEN, limit)) note(name, faults)
  }
} finally {
  await browser.close()
}
console.log(`${tally.passed} passed, ${tally.failed} failed`)
process.exitCode = tally.failed ? 1 : 0
