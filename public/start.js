// Loads the browser's part and brings each island on the page to life. The page works without it.
import init, * as islands from "./plumbline.js";

try {
  await init();
  islands.hydrate();
  for (const element of document.querySelectorAll("leptos-island")) {
    islands[element.dataset.component]?.(element);
  }
} catch (error) {
  // Mostly because the page is being left while the file is still on its way.
  console.info("Answers are saved with the page's button only:", error);
}
