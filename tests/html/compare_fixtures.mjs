// node compare_fixtures.mjs RENDER_FIXTURES
// Renders every fixture of GOV.UK Frontend with our components and compares the HTML, parsed and
// normalised, with what the package expects. Fails when one differs or a component is missing.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { difference, normalise } from './normalise.mjs'

const packageRoot = 'node_modules/govuk-frontend/dist/govuk/components'
// What Northlight has no use for, with the reason.
const notOurs = {
  header: 'is the crown of GOV.UK',
  feedback: 'asks for ratings of GOV.UK pages',
  'language-navigation': 'waits for a Welsh interface'
}

if (!existsSync(packageRoot)) {
  console.error(`${packageRoot} is missing: run "npm ci" in the project's folder first`)
  process.exit(2)
}

const cases = readdirSync(packageRoot)
  .map((component) => join(packageRoot, component, 'fixtures.json'))
  .filter(existsSync)
  .flatMap((file) => {
    const { component, fixtures } = JSON.parse(readFileSync(file, 'utf8'))
    return fixtures.map(({ name, options, html }) => ({ component, name, options, html }))
  })
  .filter(({ component }) => !(component in notOurs))

// Their footer ends in the crown above and the royal arms below; ours must have neither. Both are
// taken out of what is expected, and must have been there, or the fixtures have changed.
function withoutCrown(html, name) {
  const bare = html
    .replace(/<svg(?:(?!<\/svg>)[\s\S])*?class="govuk-footer__crown"[\s\S]*?<\/svg>/, '')
    .replace(/<div class="govuk-footer__meta-item">\s*<a\s+class="govuk-footer__link govuk-footer__copyright-logo"[\s\S]*?<\/a>\s*<\/div>/, '')
  if (bare.includes('crown"') || bare.includes('copyright-logo') || bare === html)
    throw new Error(`footer, ${name}: the crown is not where it was`)
  return bare
}

const run = spawnSync(process.argv[2], { input: JSON.stringify(cases), maxBuffer: 1 << 28 })
if (run.status !== 0) {
  console.error(`${process.argv[2]} failed: ${run.error ?? run.stderr}`)
  process.exit(2)
}
const rendered = new Map(
  JSON.parse(run.stdout).map(({ component, name, html }) => [`${component}\n${name}`, html])
)

const tally = new Map()
for (const { component, name, html } of cases) {
  const actual = rendered.get(`${component}\n${name}`)
  const expected = component === 'footer' ? withoutCrown(html, name) : html
  const differs = actual === undefined ? 'it was not rendered' : difference(normalise(expected), normalise(actual))
  const counts = tally.get(component) ?? { passed: 0, all: 0 }
  tally.set(component, { passed: counts.passed + (differs ? 0 : 1), all: counts.all + 1 })
  if (differs) console.log(`${component}, "${name}": ${differs}`)
}

let passed = 0
for (const [component, counts] of tally) {
  passed += counts.passed
  console.log(`${component}: ${counts.passed} of ${counts.all} fixtures pass`)
}
for (const [component, reason] of Object.entries(notOurs)) console.log(`${component}: left out, it ${reason}`)
console.log(`${passed} of ${cases.length} fixtures pass (${tally.size} components; the footer without crown and arms)`)
process.exit(passed === cases.length && cases.length > 600 ? 0 : 1)
