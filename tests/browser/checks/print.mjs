// On A4, no table and no line is cut off at the edge of the paper.
const paper = { width: 673, height: 1009 };  // 210 mm less two margins of 16 mm, at 96 pixels an inch.

export async function print(page) {
  const before = page.viewportSize();
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(paper);
  const faults = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const out = [];
    if (document.documentElement.scrollWidth > width)
      out.push(`printed on A4 the page is ${document.documentElement.scrollWidth} px wide of ${width}`);
    for (const table of document.querySelectorAll("table")) {
      const box = table.getBoundingClientRect();
      if (box.width > 0 && (box.right > width + 1 || table.scrollWidth > table.clientWidth + 1))
        out.push(`printed on A4 a table is cut off: "${table.textContent.trim().slice(0, 40)}"`);
    }
    for (const el of document.querySelectorAll("main *")) {
      const style = getComputedStyle(el);
      if (!["auto", "scroll", "hidden"].includes(style.overflowX) || style.position === "absolute") continue;
      if (el.scrollWidth > el.clientWidth + 1 && el.clientWidth > 1)
        out.push(`printed on A4 <${el.tagName.toLowerCase()} class="${el.className}"> hides what it holds`);
    }
    return out;
  });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  if (pdf.subarray(0, 5).toString() !== "%PDF-") faults.push("cannot be printed");
  await page.emulateMedia({ media: null });
  await page.setViewportSize(before);
  return faults;
}
