// node compare_moj.mjs RENDER_FIXTURES
// MoJ Frontend has no fixtures: its own macros, rendered by Nunjucks, are what ours must give.
import { spawnSync } from 'node:child_process'
import nunjucks from 'nunjucks'
import { cases } from './moj_cases.mjs'
import { difference, normalise } from './normalise.mjs'

const loader = new nunjucks.FileSystemLoader(['node_modules/@ministryofjustice/frontend', 'node_modules/govuk-frontend/dist'])
const environment = new nunjucks.Environment(loader, { autoescape: true, throwOnUndefined: false })
// How a moment is put into words is the caller's affair with us: both are given the same words.
let words = new Map()
for (const filter of ['date', 'mojDate']) environment.addFilter(filter, (timestamp) => words.get(timestamp))

const macro = (folder, name, options) =>
  environment.renderString(`{% from "${folder}/macro.njk" import ${name} %}{{ ${name}(options) }}`, { options })
const mojName = (component) => 'moj' + component.split('-').map((part) => part[0].toUpperCase() + part.slice(1)).join('')

// MoJ's sortable table is GOV.UK's table with aria-sort on its headings; its script turns them into
// buttons. Ours are links, so that the reference has the links as the headings' HTML.
function sortableReference({ caption, sortedBy, order, columns, rows, ...rest }) {
  const arrows = {
    none: 'M5 0l5 6H0zM5 16l5-6H0z',
    ascending: 'M5 3l5 9H0z',
    descending: 'M5 13l5-9H0z'
  }
  const head = columns.map(({ text, key, numeric }) => {
    const format = numeric ? 'numeric' : undefined
    if (!key) return { text, format }
    const state = key === sortedBy ? order : 'none'
    const next = state === 'ascending' ? 'down' : 'up'
    const label = nunjucks.lib.escape(text)
    const html = `<a class="govuk-link govuk-link--no-visited-state nl-sort-link" href="/list?sort=${encodeURIComponent(key)}&amp;order=${next}">${label}<svg class="nl-sort-link__arrow" viewBox="0 0 10 16" aria-hidden="true" focusable="false"><path d="${arrows[state]}"/></svg></a>`
    return { html, format, attributes: { 'aria-sort': state } }
  })
  return macro('govuk/components/table', 'govukTable', { caption, head, rows, ...rest })
}

const all = Object.entries(cases).flatMap(([component, list]) =>
  list.map((options, at) => ({ component: `moj/${component}`, name: String(at + 1), options }))
)
const run = spawnSync(process.argv[2], { input: JSON.stringify(all), maxBuffer: 1 << 26 })
if (run.status !== 0) {
  console.error(`${process.argv[2]} failed: ${run.error ?? run.stderr}`)
  process.exit(2)
}
const rendered = new Map(JSON.parse(run.stdout).map(({ component, name, html }) => [`${component} ${name}`, html]))

let passed = 0
const tally = new Map()
for (const { component, name, options } of all) {
  const short = component.slice(4)
  words = new Map((options.items ?? []).filter((item) => item.datetime).map(({ datetime }) => [datetime.timestamp, datetime.words]))
  const expected =
    short === 'sortable-table' ? sortableReference(options) : macro(`moj/components/${short}`, mojName(short), options)
  const actual = rendered.get(`${component} ${name}`)
  const differs = actual === undefined ? 'it was not rendered' : difference(normalise(expected), normalise(actual))
  if (differs) console.log(`${component}, case ${name}: ${differs}`)
  else passed++
  const counts = tally.get(short) ?? [0, 0]
  tally.set(short, [counts[0] + (differs ? 0 : 1), counts[1] + 1])
}
for (const [component, [good, count]] of tally) console.log(`${component}: ${good} of ${count} cases as MoJ Frontend renders them`)
console.log(`${passed} of ${all.length} cases pass`)
process.exit(passed === all.length && all.length >= 30 ? 0 : 1)
