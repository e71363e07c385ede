// Loads the browser's part and brings each island on the page to life. The page works without it.
import init, * as islands from "./plumbline.js";

await init();
islands.hydrate();
for (const element of document.querySelectorAll("leptos-island")) {
  islands[element.dataset.component]?.(element);
}
