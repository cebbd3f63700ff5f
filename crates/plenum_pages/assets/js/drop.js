// Takes a file dropped anywhere on the form, and says that it is being read. Without it the file is chosen by hand.
for (const form of document.querySelectorAll('[data-drop]')) {
  const file = form.querySelector('input[type=file]')
  const status = form.querySelector('[data-drop-status]')
  form.querySelector('[data-drop-hint]').hidden = false

  const over = (isOver) => (event) => {
    event.preventDefault()
    form.toggleAttribute('data-over', isOver)
  }
  form.addEventListener('dragover', over(true))
  form.addEventListener('dragleave', over(false))
  form.addEventListener('drop', (event) => {
    over(false)(event)
    if (!event.dataTransfer.files.length) return
    file.files = event.dataTransfer.files
    form.requestSubmit()
  })
  form.addEventListener('submit', () => {
    form.setAttribute('data-busy', '')
    status.textContent = form.dataset.reading
  })
  // Back from the next page, the form must be ready again.
  addEventListener('pageshow', () => {
    form.removeAttribute('data-busy')
    status.textContent = ''
  })
}
