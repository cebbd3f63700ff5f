// Serves the pages that `cargo test -p plenum_pages` lays in target/tmp/pages, at the addresses and under the policy of
// the real server: for looking at pages, and for trying run.mjs, without a database. node sample.mjs [port]
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const FOLDER = process.env.PLENUM_SAMPLE ?? fileURLToPath(new URL('../../target/tmp/pages', import.meta.url))
const TYPES = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' }
const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; " +
  "form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'"
const ROOMS = ['processes', 'upload', 'status', 'api', 'help']

/// The name of the sample that stands for an address; /sample/NAME for those that have no address of their own.
function sampleAt({ pathname, searchParams }) {
  const query = searchParams.get('q') ?? ''
  if (pathname === '/') return 'home'
  if (pathname.startsWith('/sample/')) return pathname.slice('/sample/'.length)
  if (pathname === '/library/suggest') return 'suggestions'
  if (pathname === '/library' && query.includes('"')) return 'phrase'
  if (pathname === '/library' && query.includes('xyzzy')) return 'nothing'
  if (pathname === '/library') return query ? 'search' : 'library'
  if (pathname.startsWith('/processes/')) return 'process'
  if (pathname.startsWith('/d/')) return pathname.includes('/p/') ? 'paragraph' : 'document'
  return ROOMS.find((room) => pathname === `/${room}`) ?? 'error'
}

async function answer(request, response) {
  const address = new URL(request.url, 'http://sample')
  if (request.method === 'POST') {
    let body = ''
    for await (const chunk of request) body += chunk
    const fields = new URLSearchParams(body)
    response.writeHead(303, { location: fields.get('back') ?? '/', 'set-cookie': `theme=${fields.get('theme')}; Path=/` }).end()
    return
  }
  const head = { 'content-security-policy': POLICY }
  if (address.pathname.startsWith('/assets/')) {
    const path = normalize(address.pathname)
    response.writeHead(200, { ...head, 'content-type': TYPES[path.split('.').at(-1)] })
    response.end(await readFile(join(FOLDER, path)))
    return
  }
  const name = sampleAt(address)
  const language = address.searchParams.get('ui') ?? 'en'
  const theme = /theme=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? 'system'
  const page = await readFile(join(FOLDER, normalize(`/${name}.${language}.html`)), 'utf8')
  response.writeHead(name === 'error' ? 404 : 200, { ...head, 'content-type': 'text/html; charset=utf-8' })
  response.end(page.replace('data-theme="system"', `data-theme="${theme}"`))
}

createServer((request, response) => {
  answer(request, response).catch(() => response.writeHead(404, { 'content-type': 'text/plain' }).end('no such sample'))
}).listen(Number(process.argv[2] ?? 8090), '127.0.0.1')
