// What axe does not see: size of targets, reflow, headings, and that nothing runs off the page.

// WCAG 2.2, 2.5.8: 24 by 24 CSS pixels, but for links within a sentence and controls with room around them.
export async function targetSize(page) {
  return page.evaluate(() => {
    const visible = (el) => el.checkVisibility({ visibilityProperty: true, opacityProperty: false });
    const targets = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [tabindex='0']")]
      .filter(visible);
    const boxes = targets.map((el) => {
      // A radio or checkbox is pressed through its label too.
      const label = el.labels?.[0];
      const own = el.getBoundingClientRect();
      const box = label && (el.type === "radio" || el.type === "checkbox") ? label.getBoundingClientRect() : own;
      return { el, box };
    }).filter(({ box }) => box.width > 0 && box.height > 0);
    const inSentence = (el) => {
      if (el.tagName !== "A") return false;
      const around = el.closest("p, li, dd, td, th, figcaption, caption, span, div");
      return around !== null && around.textContent.trim().length > el.textContent.trim().length;
    };
    const faults = [];
    for (const { el, box } of boxes) {
      if (box.width >= 24 && box.height >= 24) continue;
      if (inSentence(el)) continue;
      // The spacing exception: a circle of 24 px on its centre touches no other target.
      const x = box.left + box.width / 2, y = box.top + box.height / 2;
      const crowded = boxes.some(({ el: other, box: b }) => {
        if (other === el || other.contains(el) || el.contains(other)) return false;
        const dx = Math.max(b.left - x, 0, x - b.right), dy = Math.max(b.top - y, 0, y - b.bottom);
        return Math.hypot(dx, dy) < 12;
      });
      if (crowded) faults.push(`target ${Math.round(box.width)}x${Math.round(box.height)} px too small and too close to another: <${el.tagName.toLowerCase()}> "${el.textContent.trim().slice(0, 40)}"`);
    }
    return faults;
  });
}

// WCAG 1.4.10: at 320 CSS pixels nothing needs scrolling sideways, but tables that scroll in a box of their own.
export async function reflow(page) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 800 });
  const faults = await page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const scrolls = (el) => {
      for (let box = el.parentElement; box && box !== document.body; box = box.parentElement)
        if (["auto", "scroll", "hidden"].includes(getComputedStyle(box).overflowX)) return true;
      return false;
    };
    const widest = [...document.querySelectorAll("body *")]
      .filter((el) => el.getBoundingClientRect().right > root.clientWidth + 1 && !scrolls(el))
      .slice(0, 3).map((el) => `<${el.tagName.toLowerCase()} class="${el.className.baseVal ?? el.className}">`);
    return [`at 320 px the page is ${root.scrollWidth} px wide: ${widest.join(", ")}`];
  });
  await page.setViewportSize(before);
  return faults;
}

// What somebody wrote may hold marks that turn the direction of writing: within a line, none reaches past its element.
export async function directions(page) {
  return page.evaluate(() => {
    const leaks = [...document.querySelectorAll("body *")].find((el) => {
      const style = getComputedStyle(el);
      return el instanceof HTMLElement && style.display === "inline" && ["normal", "embed"].includes(style.unicodeBidi) &&
        [...el.childNodes].some((one) => one.nodeType === Node.TEXT_NODE && one.data.trim() !== "");
    });
    return leaks ? [`marks of direction reach out of <${leaks.tagName.toLowerCase()} class="${leaks.className}"> "${leaks.textContent.trim().slice(0, 40)}"`] : [];
  });
}

export async function outline(page) {
  return page.evaluate(() => {
    const faults = [];
    const count = document.querySelectorAll("h1").length;
    if (count !== 1) faults.push(`${count} headings of level 1`);
    if (document.documentElement.lang === "") faults.push("the page does not say its language");
    if (!document.title.includes("Northlight")) faults.push(`the title does not name the service: ${document.title}`);
    let last = 0;
    for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
      const level = Number(heading.tagName[1]);
      if (last > 0 && level > last + 1) faults.push(`heading of level ${level} after ${last}: ${heading.textContent.trim().slice(0, 60)}`);
      last = level;
    }
    const ids = [...document.querySelectorAll("[id]")].map((el) => el.id);
    const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
    if (twice.length > 0) faults.push(`the id ${twice[0]} is there twice`);
    // Documentation may speak of such values, as code.
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode())
      if (!words.currentNode.parentElement.closest("code, pre, script, style") &&
          /\b(undefined|null|NaN)\b|\[object /.test(words.currentNode.data)) {
        faults.push(`the page shows a value of the program: ${words.currentNode.data.trim().slice(0, 60)}`);
        break;
      }
    return faults;
  });
}
