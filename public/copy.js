// Puts a button beside each address that copies it. Without it the address can be selected and copied by hand.
const SAID_FOR = 2_000;

/** Whether the text of the box is in the clipboard now. */
async function copied(input) {
  // Browsers hand the clipboard out over https only, and an organisation's own server may have none.
  const written = await navigator.clipboard?.writeText(input.value).then(() => true, () => false);
  if (written) return true;
  input.select();
  return document.execCommand("copy");
}

function part(className, text = "") {
  const span = document.createElement("span");
  span.className = className;
  span.textContent = text;
  return span;
}

for (const box of document.querySelectorAll(".link-box")) {
  const input = box.querySelector("input");
  const button = document.createElement("button");
  const shown = part("", "Copy");
  const said = part("visually-hidden");
  let timer;
  const say = (text) => {
    shown.textContent = text || "Copy";
    said.textContent = text;
  };
  button.type = "button";
  button.className = "button no-print";
  // Who does not see the page hears which of several it copies.
  button.append(shown, part("visually-hidden", ` ${box.querySelector("label").textContent}`));
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    clearTimeout(timer);
    say("");
    if (await copied(input)) {
      button.focus();
      say("Copied");
      timer = setTimeout(say, SAID_FOR, "");
    } else {
      // What to do stays until it is done.
      input.select();
      say("Selected: copy it by hand");
    }
  });
  box.append(button, said);
}
