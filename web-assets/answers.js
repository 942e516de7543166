// The answers on a form's page: what stands in a field, and putting something into it. Both in the
// shape of forms/answers_json.hpp; null where nothing stands.

export const text = (value) => JSON.stringify(value)

export const fieldAt = (form, path) => form.querySelector(`[data-field="${CSS.escape(path)}"]`)

const controls = (field, name) => [...field.querySelectorAll('input, textarea, select')].filter((control) => control.name === name)
const dateParts = ['day', 'month', 'year']

export function valueOf(field) {
  const path = field.dataset.field
  const kind = field.dataset.kind
  const one = (name) => controls(field, name)[0]?.value.replace(/\r\n/g, '\n').replace(/\s+$/, '') ?? ''
  const ticked = (name) => controls(field, name).filter((control) => control.checked).map((control) => control.value)
  const reason = ticked(`${path}-none`)[0]
  const none = reason ? { no_answer: reason } : null
  if (kind === 'choices') {
    const chosen = ticked(path)
    return chosen.length > 0 ? chosen : none
  }
  if (kind === 'choice' || kind === 'yes-no') {
    const chosen = ticked(path)[0]
    if (!chosen) return null
    if (chosen.startsWith('none:')) return { no_answer: chosen.slice(5) }
    return kind === 'yes-no' ? chosen === 'yes' : chosen
  }
  if (kind === 'date') {
    const parts = dateParts.map((part) => one(`${path}-${part}`).trim())
    if (parts.every((part) => part === '')) return none
    return isoDate(parts) ?? parts.join('/')
  }
  if (kind === 'reference') {
    const chosen = one(path)
    if (!chosen) return none
    const [row, record] = chosen.split('/').reverse()
    return record ? { row, record } : { row }
  }
  const said = one(path)
  if (said === '') return none
  return kind === 'whole-number' && /^-?\d{1,15}$/.test(said.trim()) ? Number(said.trim()) : said
}

// Whether the field shows it now. Where it cannot (an option that the page does not have), it shows
// what it showed before: half of an answer would be sent as one.
export function setValue(field, value) {
  const before = valueOf(field)
  if (text(before) === text(value)) return true
  put(field, value)
  if (text(valueOf(field)) === text(value)) return true
  put(field, before)
  return false
}

function put(field, value) {
  const path = field.dataset.field
  const kind = field.dataset.kind
  const reason = value?.no_answer
  const answer = reason === undefined ? value : null
  const tick = (name, chosen) => controls(field, name).forEach((control) => (control.checked = chosen.includes(control.value)))
  const write = (name, words) => controls(field, name).slice(0, 1).forEach((control) => (control.value = words))
  tick(`${path}-none`, reason === undefined ? [] : [reason])
  if (kind === 'choices') {
    tick(path, Array.isArray(answer) ? answer : [])
  } else if (kind === 'choice' || kind === 'yes-no') {
    const chosen = answer === true ? 'yes' : answer === false ? 'no' : answer
    tick(path, [reason === undefined ? chosen : `none:${reason}`])
  } else if (kind === 'date') {
    const iso = typeof answer === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(answer)
    const parts = iso ? answer.split('-').reverse().map((part, at) => (at < 2 ? String(Number(part)) : part)) : String(answer ?? '').split('/')
    dateParts.forEach((part, at) => write(`${path}-${part}`, parts[at] ?? ''))
  } else if (kind === 'reference') {
    write(path, answer === null ? '' : answer.record ? `${answer.record}/${answer.row}` : answer.row)
  } else if (answer === null || typeof answer !== 'object') {
    write(path, String(answer ?? ''))
  }
}

// An answer as the field's own words have it; nothing where there is none.
export function inWords(field, value) {
  const one = value?.no_answer ?? (value === true ? 'yes' : value === false ? 'no' : value)
  if (one === null || (typeof one === 'object' && !Array.isArray(one))) return ''
  const labelled = (code) => [...field.querySelectorAll('input')].find((control) => [code, `none:${code}`].includes(control.value) && control.type !== 'text')
  return [one].flat().map((code) => labelled(String(code))?.labels[0]?.textContent.trim() ?? String(code)).join(', ')
}

function isoDate([day, month, year]) {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return null
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const real = date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1
  return real ? date.toISOString().slice(0, 10) : null
}

// Questions that depend on an answer are hidden until it is given.
export function show(form) {
  for (const part of form.querySelectorAll('[data-shown-when]')) {
    const row = part.dataset.shownRow
    const code = part.dataset.shownWhen
    const on = (row && fieldAt(form, `${row}/${code}`)) || fieldAt(form, code)
    const value = on ? valueOf(on) : null
    const given = Array.isArray(value) ? value : [value === true ? 'yes' : value === false ? 'no' : value]
    part.hidden = !part.dataset.shownIs.split(' ').some((is) => given.includes(is))
    for (const words of part.querySelectorAll(':scope > .nl-condition')) words.hidden = true
  }
}
