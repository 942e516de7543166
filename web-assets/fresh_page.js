// Takes over from the page as the server makes it now what a value alone cannot bring: rows that
// others added or took out, rows that may be chosen, documents.

import { fieldAt, text, valueOf } from './answers.js'

// `mine(path)`: whether somebody is writing here in that field or row, so that it stays as it is;
// `came(part)` is told of what is new on the page, `went(path)` of each row that is gone.
export function takeOver(form, fresh, { mine, came, went }) {
  for (const group of fresh.querySelectorAll('[data-group]')) {
    const here = form.querySelector(`[data-group="${CSS.escape(group.dataset.group)}"]`)
    if (here) takeRows(here, group, { mine, came, went })
  }
  for (const field of fresh.querySelectorAll('[data-field]')) {
    const here = fieldAt(form, field.dataset.field)
    if (!here) continue
    if (field.dataset.kind === 'reference') takeOptions(here, field)
    if (field.dataset.kind !== 'upload' || documentOf(here) === documentOf(field) || mine(field.dataset.field)) continue
    here.replaceChildren(...document.importNode(field, true).childNodes)
    came(here)
  }
}

// Which document stands in a field for one.
export const documentOf = (field) => field.querySelector('input[type="hidden"]')?.value ?? ''

export const rowAt = (form, path) => form.querySelector(`[data-row="${CSS.escape(path)}"]`)
const rowsOf = (group) => [...group.querySelectorAll('[data-row]')]
export const calledRow = (row) => row.querySelector('legend')?.textContent.trim()

function takeRows(here, group, { mine, came, went }) {
  const button = here.querySelector(':scope > button[name="add"]')
  let next = rowsOf(here)[0] ?? button
  for (const fresh of rowsOf(group)) {
    const row = rowAt(here, fresh.dataset.row)
    if (row) {
      copyWords(row, fresh, 'legend')
      copyWords(row, fresh, 'button[name="remove"]')
      next = row.nextElementSibling
      continue
    }
    const added = document.importNode(fresh, true)
    here.insertBefore(added, next)
    came(added)
  }
  for (const row of rowsOf(here)) {
    if (rowAt(group, row.dataset.row) || mine(row.dataset.row)) continue
    row.remove()
    went(row.dataset.row)
  }
  copyWords(here, group, ':scope > button[name="add"]')
  const none = ':scope > p.govuk-body'
  const noneHere = here.querySelector(none)
  const noneThere = group.querySelector(none)
  if (noneHere && rowsOf(here).length > 0) noneHere.remove()
  if (!noneHere && noneThere && rowsOf(here).length === 0) here.insertBefore(document.importNode(noneThere, true), button)
}

function copyWords(here, there, where) {
  const [to, from] = [here.querySelector(where), there.querySelector(where)]
  if (to && from && to.textContent !== from.textContent) to.textContent = from.textContent
}

function takeOptions(here, field) {
  const [list, fresh] = [here.querySelector('select'), field.querySelector('select')]
  if (!list || !fresh) return
  const written = (select) => text([...select.options].map((option) => [option.value, option.text]))
  if (written(list) === written(fresh)) return
  const chosen = list.selectedOptions[0]
  list.replaceChildren(...document.importNode(fresh, true).options)
  if (chosen && ![...list.options].some((option) => option.value === chosen.value)) list.append(chosen)
  list.value = chosen?.value ?? ''
}

// The fields of what is new, with what stands in each.
export const answersIn = (part) => [...part.querySelectorAll('[data-field]')].map((field) => [field.dataset.field, text(valueOf(field))])
