// Shows what a search would find while one types. Without it the form still searches.
const PAUSE_MS = 120
const box = document.querySelector('[data-suggest] input[type=search]')
const form = box?.form
const list = form?.querySelector('[data-suggest-list]')
const status = form?.querySelector('[data-suggest-status]')
let timer = 0
let asking = null

function close() {
  clearTimeout(timer)
  asking?.abort()
  list.hidden = true
  form.removeAttribute('data-busy')
}

async function ask() {
  const words = box.value.trim()
  asking?.abort()
  if (!words) return close()
  asking = new AbortController()
  form.setAttribute('data-busy', '')
  try {
    const fields = new URLSearchParams(new FormData(form))
    const answer = await fetch(`${form.dataset.suggest}?${fields}`, { signal: asking.signal })
    if (!answer.ok) return close()
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    list.replaceChildren(...page.body.childNodes)
    list.hidden = document.activeElement !== box && !list.contains(document.activeElement)
    status.textContent = list.querySelector('[data-total]')?.textContent ?? list.textContent.trim()
  } catch (error) {
    if (error.name !== 'AbortError') close()
  } finally {
    form.removeAttribute('data-busy')
  }
}

function move(step) {
  const links = [box, ...list.querySelectorAll('a')]
  const at = links.indexOf(document.activeElement)
  links[(at + step + links.length) % links.length]?.focus()
}

function keys(event) {
  if (event.key === 'Escape' && !list.hidden) {
    box.focus()
    close()
  } else if (!list.hidden && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault()
    move(event.key === 'ArrowDown' ? 1 : -1)
  }
}

if (form && list) {
  box.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, PAUSE_MS)
  })
  form.addEventListener('keydown', keys)
  form.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) close()
  })
  document.addEventListener('click', (event) => {
    if (!form.contains(event.target)) close()
  })
  document.addEventListener('keydown', (event) => {
    const writes = event.target.closest?.('input, textarea, select, [contenteditable]')
    if (event.key !== '/' || writes || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    box.focus()
    box.select()
  })
}
