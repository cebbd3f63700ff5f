// The frame for other sites, on a page of another site: works without script, and no other page of ours may be framed.
import { createServer } from 'node:http'

const WAIT_MS = 10_000
const QUESTION = 'Who chairs the Global Mechanism?'

/// Serves one page that frames a path of ours; `localhost` is another site than the server's 127.0.0.1.
async function otherSite(framed) {
  const page = `<!doctype html><html lang="en"><title>Another site</title><h1>Another site</h1>
    <iframe name="plenum" title="Plenum" width="600" height="700" src="${framed}"></iframe></html>`
  const server = createServer((_, answer) => answer.writeHead(200, { 'content-type': 'text/html' }).end(page))
  await new Promise((resolve) => server.listen(0, 'localhost', resolve))
  return { address: `http://localhost:${server.address().port}/`, close: () => server.close() }
}

/// A question is asked and answered in the frame; the page around it stays, and cannot be reached from it.
async function asks(browser, address) {
  const site = await otherSite(`${address}/ask/embed?ui=en`)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const faults = []
  try {
    const tab = await context.newPage()
    await tab.goto(site.address)
    const frame = tab.frame('plenum')
    await frame.locator('#question').fill(QUESTION, { timeout: WAIT_MS })
    await frame.locator('form button').click()
    await frame.locator('.answer__sentence').first().waitFor({ timeout: WAIT_MS })
    if (!frame.url().startsWith(`${address}/ask/embed?`)) faults.push(`the frame went to ${frame.url()}`)
    if (tab.url() !== site.address) faults.push(`the page around it went to ${tab.url()}`)
    if (context.pages().length !== 1) faults.push('asking opened a window')
    // What is cited opens beside the page, not in the frame.
    const opened = context.waitForEvent('page', { timeout: WAIT_MS })
    await frame.locator('.answer__notes a').first().click()
    const beside = await opened
    if (!beside.url().startsWith(address)) faults.push(`a source opened ${beside.url()}`)
    if (!frame.url().startsWith(`${address}/ask/embed?`)) faults.push('a source opened in the frame')
  } catch (error) {
    faults.push(error.message.split('\n')[0])
  } finally {
    await context.close()
    site.close()
  }
  return faults
}

/// Whether the browser shows nothing of a path in a frame of another site.
async function isRefused(browser, address, path) {
  const site = await otherSite(address + path)
  const tab = await browser.newPage()
  try {
    const said = tab.waitForEvent('console', { predicate: (message) => message.text().includes('frame-ancestors'), timeout: WAIT_MS })
    await tab.goto(site.address)
    await said
    // The browser's own page about the refusal stands in its place.
    const frames = tab.frames().filter((frame) => frame !== tab.mainFrame())
    return frames.every((frame) => !frame.url().startsWith(address)) ? [] : [`${path} is shown in a frame`]
  } catch (error) {
    return [`${path}: ${error.message.split('\n')[0]}`]
  } finally {
    await tab.close()
    site.close()
  }
}

/// [name, faults][]
export async function checks(browser, address) {
  const refused = []
  for (const path of ['/', '/ask', '/ask?q=Who%3F', '/library', '/upload', '/subscribe?q=a', '/questions/x', '/ask/embed/x']) {
    refused.push(...(await isRefused(browser, address, path)))
  }
  return [['the frame works on another site without script', await asks(browser, address)], ['no other page may be framed', refused]]
}
