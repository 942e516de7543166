// The inspection page by Express and Nunjucks, two workers, from Northlight's own database.
// node server.mjs DATABASE PORT
//
// Built to be quick: prepared statements, compiled templates that are never looked up again, no session, no
// log, no body parser. It does less than Northlight: it works out no interval, no discretion and no trace.
import cluster from "node:cluster";
import Database from "better-sqlite3";
import express from "express";
import nunjucks from "nunjucks";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [file, port] = process.argv.slice(2);

function serve() {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  database.pragma("mmap_size = 67108864");
  const all = (sql) => database.prepare(sql);
  const queries = {
    inspection: all(`select i.*, s.name, s.full_name from inspection i join service s on s.slug = i.service_slug where i.id = ?`),
    standards: all(`select standard, title, rating, cases, line from standard_result where inspection_id = ? order by position`),
    questions: all(`select standard, lens, percent, met, judged, line from key_question_result where inspection_id = ? order by standard, position`),
    items: all(`select standard, kind, words, line from standard_item where inspection_id = ? order by standard, kind desc, position`),
    recommendations: all(`select number, addressee, words, line from recommendation where inspection_id = ? order by position`),
    samples: all(`select what, count_of, line from sample_count where inspection_id = ? order by position`),
    disposals: all(`select type, cases, line from disposal_count where inspection_id = ? order by position`),
    windows: all(`select domain, first_day, last_day, line from case_window where inspection_id = ? order by position`),
    context: all(`select what, figure, unit, line from context_figure where inspection_id = ? order by position`),
    surveys: all(`select what, count_of, out_of, line from survey_count where inspection_id = ? order by position`),
    findings: all(`select kind, code, place, message, line from finding where inspection_id = ? order by position`),
  };

  const bands = [[80, "Outstanding"], [65, "Good"], [50, "Requires improvement"], [0, "Inadequate"]];
  const domains = { 1: "Organisational delivery", 2: "Court disposals", 3: "Out-of-court disposals", 4: "Resettlement" };

  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  const views = join(dirname(fileURLToPath(import.meta.url)), "views");
  const templates = nunjucks.configure(views, { autoescape: true, noCache: false, watch: false });
  const template = templates.getTemplate("inspection.njk", true);

  app.get("/inspections/:id", (request, response) => {
    const id = request.params.id;
    const inspection = queries.inspection.get(id);
    if (!inspection) return response.status(404).send("Not found");
    const standards = queries.standards.all(id);
    for (const standard of standards) {
      standard.questions = [];
      standard.strengths = [];
      standard.areas = [];
    }
    const byId = new Map(standards.map((standard) => [standard.standard, standard]));
    for (const question of queries.questions.all(id)) byId.get(question.standard).questions.push(question);
    for (const item of queries.items.all(id))
      byId.get(item.standard)[item.kind === "strength" ? "strengths" : "areas"].push(item);
    for (const standard of standards) {
      const counted = standard.questions.filter((question) => question.judged);
      if (counted.length === 0) continue;
      const lowest = counted.reduce((a, b) => (b.met * a.judged < a.met * b.judged ? b : a));
      standard.lowest = lowest;
      standard.rule = bands.find(([from]) => lowest.met * 100 >= from * lowest.judged)[1];
      standard.departs = standard.rule !== standard.rating;
    }
    const groups = Object.entries(domains).map(([number, title]) => ({
      number, title, standards: standards.filter((standard) => standard.standard.startsWith(`${number}.`)),
    }));
    response.set({
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'",
    });
    response.end(template.render({
      inspection, groups,
      recommendations: queries.recommendations.all(id), samples: queries.samples.all(id),
      disposals: queries.disposals.all(id), windows: queries.windows.all(id), context: queries.context.all(id),
      surveys: queries.surveys.all(id), findings: queries.findings.all(id),
    }));
  });
  app.listen(Number(port), "127.0.0.1");
}

if (cluster.isPrimary) {
  for (let i = 0; i < 2; i += 1) cluster.fork();
  process.on("SIGTERM", () => {
    for (const worker of Object.values(cluster.workers)) worker.kill();
    process.exit(0);
  });
} else {
  process.env.NODE_ENV = "production";
  serve();
}
