// What the tests of the browser count and say, and what they hold against a page while it is looked at.
let passed = 0;
let failed = 0;

export function report(name, faults) {
  if (faults.length === 0) {
    passed += 1;
    return;
  }
  failed += 1;
  console.log(`FAILED ${name}`);
  for (const fault of faults.slice(0, 8)) console.log(`  ${fault}`);
  if (faults.length > 8) console.log(`  and ${faults.length - 8} more`);
}

// Notes every request that leaves for another host and everything the page complains of.
export function watch(page, address, faults) {
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith("data:")) faults.push(`asks another host: ${url}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
}

// Asks the server to end, says what came of everything, and ends the program: 0 where nothing failed.
export async function conclude(server) {
  const status = await server.stop();
  report("the server ends with status 0 when asked to", status === 0 ? [] : [`status ${status}\n${server.said()}`]);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
