// Brings files in through the page as an administrator does: the token, a PDF and a Word file, publishing, finding; and what
// is refused. The PDF is printed by this Chromium, the Word file made by tests/make-papers.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAKE_PAPERS = fileURLToPath(new URL('../make-papers', import.meta.url))
const PAPER = `<!doctype html><html lang="en"><title>Report on lanterns</title><body><p>A/86/955</p>
<h1>Report on lanterns</h1><p>1. The keepers counted ninety quillwort lanterns along the northern pier.</p>
<p>2. They asked that each lantern be lit before dusk.</p></body></html>`

/// Every check with its faults: [name, faults][].
export async function checks(browser, address, token, limitMb) {
  const folder = mkdtempSync(join(tmpdir(), 'plenum-papers-'))
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const tab = await context.newPage()
  const found = []
  // Each step stands on the one before it, so the first that fails ends the row.
  const step = async (name, work) => {
    const faults = await work().catch((error) => [error.message.split('\n')[0]])
    found.push([name, faults])
    if (faults.length) throw new Error(name)
  }
  const sends = async (name, mimeType, buffer) => {
    await tab.goto(`${address}/upload`)
    await tab.setInputFiles('#file', { name, mimeType, buffer })
    await Promise.all([tab.waitForEvent('load'), tab.click('form.drop button')])
  }
  try {
    execFileSync(MAKE_PAPERS, [folder])
    await step('upload asks for the token', () => refusesToken(tab, address))
    await step('upload takes the right token', () => givesToken(tab, address, token))
    const pdf = await printed(browser)
    await step('upload shows a PDF beside its paragraphs', async () => {
      await sends('lanterns.pdf', 'application/pdf', pdf)
      return reads(tab, 'ninety quillwort lanterns', true)
    })
    await step('upload publishes a PDF, and it is found', () => publishes(tab, address, 'A/86/955', 'quillwort'))
    await step('its original opens in place', () => opensInPlace(tab, address))
    await step('upload shows a Word file', async () => {
      await sends('lights.docx', 'application/octet-stream', readFileSync(join(folder, 'docx/harbour-lights.fr.docx')))
      return reads(tab, 'A line with a note', false)
    })
    await step('upload publishes a Word file, and it is found', () => publishes(tab, address, 'A/86/956', '"line with a note"'))
    await step('upload refuses a picture in words of the interface', async () => {
      await tab.goto(`${address}/upload?ui=fr`)
      await sends('picture.pdf', 'application/pdf', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'))
      return refuses(tab, 'Plenum ne lit pas ce genre de fichier')
    })
    await step('upload refuses what is too large', async () => {
      await tab.goto(`${address}/upload?ui=en`)
      await sends('large.txt', 'text/plain', Buffer.alloc(limitMb * 1_000_000 + 10_000, 'words '))
      return refuses(tab, `${limitMb} MB`)
    })
  } catch (error) {
    if (!found.length || !found.at(-1)[1].length) found.push(['upload', [error.message.split('\n')[0]]])
  } finally {
    await context.close()
    rmSync(folder, { recursive: true })
  }
  return found
}

async function printed(browser) {
  const context = await browser.newContext()
  const tab = await context.newPage()
  await tab.setContent(PAPER)
  const pdf = await tab.pdf({ format: 'A4', tagged: true })
  await context.close()
  return pdf
}

async function refusesToken(tab, address) {
  await tab.goto(`${address}/upload`)
  await tab.fill('#token', 'not the token')
  await Promise.all([tab.waitForEvent('load'), tab.click('main form button')])
  const isAsked = (await tab.locator('#token-wrong').count()) === 1
  return isAsked && (await tab.locator('#file').count()) === 0 ? [] : ['a wrong token is not refused']
}

async function givesToken(tab, address, token) {
  await tab.goto(`${address}/upload`)
  await tab.fill('#token', token)
  await Promise.all([tab.waitForEvent('load'), tab.click('main form button')])
  return (await tab.locator('#file').count()) === 1 ? [] : [`no file is asked for at ${tab.url()}`]
}

/// The page after an upload shows the words read; a PDF stands beside them.
async function reads(tab, words, isPdf) {
  const text = await tab.locator('main').innerText()
  const frames = await tab.locator('.reading__original iframe').count()
  return [...(text.includes(words) ? [] : [`does not show "${words}"`]), ...(frames === (isPdf ? 1 : 0) ? [] : [`${frames} frames`])]
}

async function publishes(tab, address, symbol, question) {
  await tab.fill('#symbol', symbol)
  await Promise.all([tab.waitForEvent('load'), tab.click('.form__buttons button:not([formaction])')])
  const place = new URL(tab.url()).pathname
  if (!place.startsWith(`/d/${symbol}`)) return [`leads to ${place}: ${(await tab.locator('main').innerText()).slice(0, 200)}`]
  // New paragraphs are found within a second; a page is asked for until it shows them, for five at most.
  for (const _ of Array(20).keys()) {
    const html = await (await fetch(`${address}/library?q=${encodeURIComponent(question)}`)).text()
    if (html.includes(`/d/${symbol}/`)) return []
    await tab.waitForTimeout(250)
  }
  return [`${question} does not find ${symbol}`]
}

async function opensInPlace(tab, address) {
  await tab.goto(`${address}/d/A/86/955/en1/p/1`)
  const link = await tab.locator('a[href*="/file?inline=1"]').first().getAttribute('href')
  const answer = await fetch(address + link.split('#')[0])
  const isShown = answer.headers.get('content-disposition').startsWith('inline')
  return [...(link.endsWith('#page=1') ? [] : [`leads to ${link}`]), ...(isShown ? [] : ['the PDF is not shown in place'])]
}

async function refuses(tab, words) {
  const alert = tab.locator('.refusal[role=alert]')
  if ((await alert.count()) === 0) return [`nothing is refused at ${tab.url()}`]
  const said = await alert.innerText()
  return said.includes(words) ? [] : [`says ${said}`]
}
