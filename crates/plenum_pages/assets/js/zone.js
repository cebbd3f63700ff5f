// Offers the zone that the reader's device is in; nothing is sent until the reader sets it.
for (const list of document.querySelectorAll('[data-zone]:not([data-chosen])')) {
  const name = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (!name || !name.includes('/')) continue
  let option = [...list.options].find((one) => one.value === name)
  if (!option) {
    option = new Option(name, name)
    option.lang = 'en'
    list.append(option)
  }
  option.selected = true
}
