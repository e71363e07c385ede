// Puts a button beside each address that copies it. Without it the address can be marked and copied by hand.
const SAID_FOR = 2_000;

async function copy(input) {
  input.select();
  // Browsers hand the clipboard out over https only, and an organisation's own server may have none.
  if (navigator.clipboard) await navigator.clipboard.writeText(input.value);
  else if (!document.execCommand("copy")) throw new Error("not copied");
}

function part(className, text = "") {
  const span = document.createElement("span");
  span.className = className;
  span.textContent = text;
  return span;
}

for (const box of document.querySelectorAll(".link-box")) {
  const button = document.createElement("button");
  const shown = part("", "Copy");
  const said = part("visually-hidden");
  button.type = "button";
  button.className = "button no-print";
  // Who does not see the page hears which of several it copies.
  button.append(shown, part("visually-hidden", `: ${box.querySelector("label").textContent}`));
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    const done = await copy(box.querySelector("input")).then(() => "Copied", () => "Marked: copy it by hand");
    shown.textContent = said.textContent = done;
    setTimeout(() => {
      shown.textContent = "Copy";
      said.textContent = "";
    }, SAID_FOR);
  });
  box.append(button, said);
}
