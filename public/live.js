// Keeps a part of a page up to date, by asking every moment whether it has changed. The page works without it.
//
// The part is the element with data-live, the address that it is asked for at, and data-seen, what of it is shown. The
// server answers 204 while that is all there is, else with the part anew; one without data-live is the last. This is a
// file of its own and no island, so that a telephone in a meeting loads half a kilobyte and not the islands' sixty.
const FIRST_WAIT = 1_500;
const LONGEST_WAIT = 24_000;

const host = document.querySelector(".live");
let wait = FIRST_WAIT;

async function look({ live, seen }) {
  const answer = await fetch(`${live}?seen=${encodeURIComponent(seen)}`);
  if (answer.status === 204) return;
  // Nothing else may stand there, such as a page to sign in again.
  if (!answer.headers.has("live-part")) throw new Error(`no part of a page: ${answer.status}`);
  host.innerHTML = await answer.text();
}

async function follow() {
  const part = host.querySelector("[data-live]");
  if (!part) return;
  // A telephone that lies on the table asks nothing.
  if (!document.hidden) {
    try {
      await look(part.dataset);
      wait = FIRST_WAIT;
      delete host.dataset.lost;
    } catch {
      wait = Math.min(2 * wait, LONGEST_WAIT);
      host.dataset.lost = "";
    }
  }
  setTimeout(follow, wait);
}

setTimeout(follow, wait);
