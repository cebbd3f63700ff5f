// Marks in the contents list where the reader is. Without it the list is the same, unmarked.
const TOP_SHARE = 0.2 // A heading counts as reached when it is in the upper fifth of the window.

const links = new Map()
for (const link of document.querySelectorAll('[data-contents] .contents a[href^="#"]')) {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
  if (heading) links.set(heading, link)
}

function mark() {
  let current = null
  for (const [heading, link] of links) {
    if (heading.getBoundingClientRect().top <= innerHeight * TOP_SHARE) current = link
  }
  for (const link of links.values()) {
    if (link !== current) link.removeAttribute('aria-current')
  }
  if (!current || current.hasAttribute('aria-current')) return
  current.setAttribute('aria-current', 'true')
  const list = current.closest('details')
  const [box, at] = [list.getBoundingClientRect(), current.getBoundingClientRect()]
  // Only the list itself is moved; scrollIntoView would move the page too.
  if (at.top < box.top || at.bottom > box.bottom) list.scrollTop += at.top - box.top - box.height / 3
}

if (links.size) {
  let waits = false
  addEventListener('scroll', () => {
    if (waits) return
    waits = true
    requestAnimationFrame(() => {
      waits = false
      mark()
    })
  }, { passive: true })
  mark()
}
// On a phone the list is a closed fold: choosing a heading closes it again.
document.querySelector('[data-contents] .contents')?.addEventListener('click', (event) => {
  if (event.target.closest('a')) event.currentTarget.closest('details').open = false
})
