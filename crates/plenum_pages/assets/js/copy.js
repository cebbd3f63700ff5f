// Copies a citation in one click. Without it the three shapes can be opened and copied by hand.
const DONE_MS = 2500

for (const cite of document.querySelectorAll('[data-copied]')) {
  const status = cite.querySelector('[data-copy-status]')
  const buttons = cite.querySelectorAll('[data-copy]')
  cite.querySelector('[data-copy-buttons]').hidden = false

  for (const button of buttons) {
    button.addEventListener('click', async () => {
      const words = document.getElementById(button.dataset.copy)
      try {
        await navigator.clipboard.writeText(words.value)
        status.textContent = cite.dataset.copied
        button.setAttribute('data-done', '')
        setTimeout(() => {
          status.textContent = ''
          button.removeAttribute('data-done')
        }, DONE_MS)
      } catch {
        // No leave to write to the clipboard (plain http, or refused): show the words, selected, to be copied by hand.
        cite.querySelector('details').open = true
        words.focus()
        words.select()
      }
    })
  }
}
