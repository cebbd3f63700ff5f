// Serves the pages that `cargo test -p plenum_pages` lays in target/tmp/pages, as the real server would: the same
// policy, the same addresses of assets. For looking at pages without a database: node sample.mjs [port].
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('../../target/tmp/pages', import.meta.url))
const TYPES = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', html: 'text/html; charset=utf-8' }
const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; " +
  "form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'"

createServer(async (request, response) => {
  const path = normalize(new URL(request.url, 'http://x').pathname)
  try {
    const bytes = await readFile(join(FOLDER, path))
    response.writeHead(200, { 'content-type': TYPES[path.split('.').at(-1)] ?? 'text/html', 'content-security-policy': POLICY })
    response.end(bytes)
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('no such sample')
  }
}).listen(Number(process.argv[2] ?? 8090), '127.0.0.1')
