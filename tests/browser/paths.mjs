// Finds one page of each kind in a filled library, by following links as a visitor would.

const HREF = /href="(\/[^"#]*)"/g
const SAID = /&amp;/g

async function links(address, path) {
  const answer = await fetch(address + path, { headers: { accept: 'text/html' } })
  if (!answer.ok) return []
  return [...(await answer.text()).matchAll(HREF)].map((found) => found[1].replace(SAID, '&'))
}

/// Where a question is kept that is asked now; nothing on a server that keeps none.
async function kept(address) {
  const body = JSON.stringify({ question: 'Who chairs the Global Mechanism?' })
  const answer = await fetch(`${address}/api/v1/questions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  return answer.ok ? (await answer.json()).kept?.address : ''
}

/// Kinds with their paths: [kind, path][]. A kind that the library has no page of is left out and said.
export async function discover(address) {
  const paths = [
    ['home', '/'], ['library', '/library'], ['search', '/library?q=report'], ['phrase', '/library?q=%22of+the%22'],
    ['nothing', '/library?q=xyzzyplugh'], ['processes', '/processes'], ['calendar', '/calendar'], ['calendar past', '/calendar?past=1'], ['upload', '/upload'], ['status', '/status'],
    ['ask', '/ask'], ['answer', '/ask?q=Who+chairs+the+Global+Mechanism%3F'],
    ['refusal', '/ask?q=In+which+month+of+2025+was+the+cybercrime+convention+adopted%3F'],
    ['disagreement', '/ask?q=When+does+the+Convention+against+Cybercrime+enter+into+force%3F'],
    ['follow-up', '/ask?q=And+in+2024%3F&after=Who+chairs+the+Global+Mechanism%3F'], ['feedback', '/feedback/sent'],
    ['frame', '/ask/embed?q=Who+chairs+the+Global+Mechanism%3F'],
    ['claims', '/claims'], ['instruments', '/instruments'], ['glossary', '/glossary'],
    ['subscribe', '/subscribe?q=points+of+contact'], ['subscribed', '/subscriptions/sent'], ['unsubscribed', '/subscriptions/ended'],
    ['api', '/api'], ['help', '/help'], ['nowhere', '/no-such-page'],
  ]
  const add = (kind, path) => (path ? paths.push([kind, path]) : console.log(`lacks   ${kind}`))
  const isPage = (link) => !/\.(json|atom|xml|pdf|docx)$/.test(link) && !link.includes('ui=')
  add('kept question', await kept(address))
  const documents = (await links(address, '/library')).filter((link) => link.startsWith('/d/') && isPage(link))
  add('document', documents[0])
  const hits = (await links(address, '/library?q=report')).filter((link) => link.includes('/p/') && isPage(link))
  add('paragraph', hits[0])
  const processes = (await links(address, '/processes')).filter((link) => /^\/processes\/[^/?]+$/.test(link) && isPage(link))
  add('process', processes[0])
  add('positions', processes[0] ? `${processes[0]}/positions` : '')
  add('positions edit', processes[0] ? `${processes[0]}/positions/edit` : '')
  const actors = (await links(address, '/actors')).filter((link) => /^\/actors\/[a-z]{3}$/.test(link))
  add('actors', actors.length ? '/actors' : '')
  add('actor', actors[0])
  add('compare', actors.length > 2 ? `/actors/compare?a=${actors[0].slice(8)}&b=${actors[1].slice(8)}&c=${actors[2].slice(8)}` : '')
  paths.push(['votes', '/votes'])
  const calls = (await links(address, '/votes')).filter((link) => /^\/votes\/[^/?]+$/.test(link) && isPage(link))
  add('roll call', calls[0])
  const digests = (await links(address, '/digests')).filter((link) => /^\/digests\/\d+$/.test(link))
  paths.push(['digests', '/digests'])
  add('digest', digests[0])
  add('desk', '/desk/digests')
  add('desk digest', digests[0] ? `/desk${digests[0]}` : '')
  const instruments = (await links(address, '/instruments')).filter((link) => link.startsWith('/instruments/') && isPage(link))
  add('instrument', instruments[0])
  const ledgers = (await links(address, '/claims')).filter((link) => link.startsWith('/claims/') && isPage(link))
  add('ledger', ledgers[0])
  const meetings = (await links(address, '/meetings')).filter((link) => /^\/meetings\/\d+$/.test(link))
  add('meetings', '/meetings')
  const named = (await links(address, '/meetings?kind=named')).filter((link) => /^\/meetings\/[a-z][^/?]*$/.test(link) && isPage(link))
  add('meetings named', named.length ? '/meetings?kind=named' : '')
  add('named meeting', named[0])
  add('meeting', meetings[0])
  add('review', meetings[0] ? `${meetings[0]}/review` : '')
  const inside = meetings[0] ? await links(address, meetings[0]) : []
  add('statement', inside.find((link) => /^\/meetings\/\d+\/statements\/\d+$/.test(link)))
  add('session', inside.find((link) => /^\/processes\/[^/]+\/sessions\//.test(link)))
  return paths
}
