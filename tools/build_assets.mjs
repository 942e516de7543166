// node tools/build_assets.mjs: style sheet, script and pictures into build/assets/, each with a
// fingerprint in its name, compressed beside it, and listed in manifest.json ({logical name: file}).
// Does nothing, in a moment, when nothing that goes into them has changed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
process.chdir(root)
const output = 'build/assets'
const pictures = 'node_modules/@ministryofjustice/frontend/moj/assets/images'

if (!existsSync('node_modules/sass')) {
  console.error('build_assets: the Node packages are missing: run "npm ci" in the project folder first')
  process.exit(2)
}

// All that can change the result: our sources, this file, and the versions of the packages.
const sources = [...files('web-assets'), 'tools/build_assets.mjs', 'package-lock.json'].sort()
const digest = createHash('sha256')
for (const source of sources) digest.update(`${source}\n`).update(readFileSync(source))
const state = digest.digest('hex')
const stamp = join(output, '.state')
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state && existsSync(join(output, 'manifest.json')))
  process.exit(0)

// Built aside and moved into place, so that what is being served is never half there.
const building = `${output}.${process.pid}`
rmSync(building, { recursive: true, force: true })
mkdirSync(building, { recursive: true })
const manifest = {}

const [sass, esbuild] = await Promise.all([import('sass'), import('esbuild')])
const options = { bundle: true, minify: true, write: false, legalComments: 'none', logLevel: 'warning' }
// Warnings about the packages' own style sheets are theirs to mend.
const logger = { warn: (message, { stack = '' }) => stack.includes('node_modules/') || console.error(message) }
const { css } = sass.compile('web-assets/application.scss', { loadPaths: ['.'], style: 'compressed', charset: false, logger })
const linked = css.replace(/url\("?\/assets\/(?:images|fonts)\/([^")]+)"?\)/g, (all, file) => {
  // The royal arms are reserved for GOV.UK; our footer has no place for them either.
  if (file === 'govuk-crest.svg') return 'none'
  const name = add(basename(file), readFileSync(join(pictures, file)))
  return `url(${name})`
})
const small = await esbuild.transform(linked, { loader: 'css', minify: true, legalComments: 'none' })
add('application.css', Buffer.from(small.code))
const script = await esbuild.build({ ...options, entryPoints: ['web-assets/application.js'], format: 'esm', target: 'es2020' })
add('application.js', Buffer.from(script.outputFiles[0].contents))
for (const file of readdirSync('web-assets'))
  if (['.svg', '.png', '.ico'].includes(extname(file))) add(file, readFileSync(join('web-assets', file)))

writeFileSync(join(building, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
writeFileSync(join(building, '.state'), state)
rmSync(output, { recursive: true, force: true })
renameSync(building, output)
for (const [name, file] of Object.entries(manifest)) {
  const size = (suffix) => (existsSync(join(output, file + suffix)) ? statSync(join(output, file + suffix)).size : '–')
  console.log(`${name}: ${size('')} bytes, gzip ${size('.gz')}, brotli ${size('.br')}`)
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]
  )
}

// Writes one file under its fingerprinted name, with what it compresses to where that is smaller.
function add(name, bytes) {
  const type = extname(name)
  const fingerprint = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  const file = `${basename(name, type)}-${fingerprint}${type}`
  manifest[name] = file
  writeFileSync(join(building, file), bytes)
  const gzip = gzipSync(bytes, { level: 9 })
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  if (gzip.length < bytes.length) writeFileSync(join(building, `${file}.gz`), gzip)
  if (brotli.length < bytes.length) writeFileSync(join(building, `${file}.br`), brotli)
  return file
}
