// node tests/api/validate.mjs SERVER: starts SERVER, then holds the OpenAPI document against the
// schema of OpenAPI 3.1 and every answer against the document. Exit status 1 when anything differs.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { Validator } from '@seriousme/openapi-schema-validator'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const server = spawn(process.argv[2], { stdio: ['pipe', 'pipe', 'inherit'] })
const [port] = await new Promise((resolve, reject) => {
  createInterface({ input: server.stdout }).once('line', (line) => resolve([Number(line)]))
  server.once('exit', (status) => reject(new Error(`the server ended with ${status}`)))
})
const base = `http://127.0.0.1:${port}`
const problems = []
let checked = 0

async function answer(path, status = 200) {
  const response = await fetch(base + path)
  if (response.status !== status) problems.push(`${path}: ${response.status} instead of ${status}`)
  return response
}

const document = await (await answer('/api/v1/openapi.json')).json()
const described = await new Validator().validate(structuredClone(document))
if (!described.valid) problems.push(`the description is no OpenAPI: ${JSON.stringify(described.errors)}`)

const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true, allowUnionTypes: true })
addFormats(ajv)
ajv.addVocabulary(['example', 'openapi', 'info', 'servers', 'security', 'tags', 'paths', 'components'])
ajv.addSchema({ $id: 'https://northlight.example/openapi', components: { schemas: document.components.schemas } })

/// Holds one JSON answer against the schema of its path and status.
async function holds(template, path, status = 200) {
  const response = await answer(path, status)
  let described = document.paths[template].get.responses[String(status)]
  if (described?.$ref) described = document.components.responses[described.$ref.split('/').pop()]
  const schema = described?.content?.['application/json']?.schema
  if (!schema) return problems.push(`${template}: no schema for ${status}`)
  if (!schema.$ref) return
  const validate = ajv.getSchema(`https://northlight.example/openapi${schema.$ref}`)
  const body = await response.json()
  checked += 1
  if (!validate(body))
    for (const error of validate.errors) problems.push(`${path}: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`)
  for (const [name, header] of Object.entries(described.headers ?? {})) {
    if (response.headers.get(name) === null) problems.push(`${path}: the header ${name} is missing (${JSON.stringify(header)})`)
  }
  return body
}

const visited = new Set()
async function visit(template, path, status) {
  visited.add(template)
  return holds(template, path, status)
}

await visit('/api/v1/services', '/api/v1/services')
await visit('/api/v1/services', '/api/v1/services?page=0', 422)
await visit('/api/v1/inspections', '/api/v1/inspections?year=none', 422)
await visit('/api/v1/inspections/{inspection}', '/api/v1/inspections/nowhere', 404)
await visit('/api/v1/standards/{edition}', '/api/v1/standards/nowhere', 404)
for (let next = '/api/v1/inspections?page_size=4'; next; ) {
  const page = await visit('/api/v1/inspections', next)
  for (const item of page.items) await visit('/api/v1/inspections/{inspection}', item.links.data)
  next = page.next
}
const editions = await visit('/api/v1/standards', '/api/v1/standards')
for (const edition of editions.items) await visit('/api/v1/standards/{edition}', edition.links.data)
visited.add('/api/v1/openapi.json')

for (const path of Object.keys(document.paths)) {
  if (path.endsWith('.csv')) {
    const response = await answer(path)
    const type = response.headers.get('content-type') ?? ''
    if (!type.startsWith('text/csv')) problems.push(`${path}: ${type} instead of text/csv`)
    if (!(await response.text()).endsWith('\r\n')) problems.push(`${path}: the last line has no end`)
  } else if (!visited.has(path)) {
    problems.push(`${path} is described and was not tried`)
  }
}

server.stdin.end()
for (const problem of problems) console.error(problem)
console.log(`${checked} answers held against the description, ${problems.length} problems`)
process.exit(problems.length > 0 || checked < 20 ? 1 : 0)
