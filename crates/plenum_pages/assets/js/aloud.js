// Shows each sentence of an answer as soon as it is written and checked. Without it the page comes when all of them are.
const parse = (html) => new DOMParser().parseFromString(html, 'text/html')

function show(html, address) {
  const page = parse(html)
  document.title = page.title
  document.querySelector('main').replaceWith(page.querySelector('main'))
  history.pushState(null, '', address)
  document.querySelector('main').focus({ preventScroll: true })
}

function ask(form) {
  const fields = new URLSearchParams(new FormData(form))
  const said = document.querySelector('[data-aloud-said]')
  const status = said.querySelector('[data-aloud-status]')
  form.closest('main').setAttribute('data-asking', '')
  said.querySelector('ol').replaceChildren()
  said.hidden = false
  status.textContent = status.dataset.words
  const source = new EventSource(`${form.dataset.aloud}?${fields}`)
  source.addEventListener('sentence', (event) => said.querySelector('ol').append(...parse(event.data).body.childNodes))
  source.addEventListener('whole', (event) => {
    source.close()
    show(event.data, `${form.action}?${fields}`)
  })
  source.addEventListener('error', () => {
    // Whatever went wrong, the page itself tells it.
    source.close()
    form.submit()
  })
}

document.addEventListener('submit', (event) => {
  const form = event.target.closest('[data-aloud]')
  if (!form) return
  event.preventDefault()
  if (!form.closest('main').hasAttribute('data-asking')) ask(form)
})
// Pages that were shown in place are no pages of the browser's own.
window.addEventListener('popstate', () => location.reload())
