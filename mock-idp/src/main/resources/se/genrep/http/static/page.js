// Makes the page quicker to use; everything works without it.

// Search: hides the persons that do not match, as the server would.
const search = document.getElementById("search");
const list = document.querySelector("[data-testid=people]");
if (search && list) {
  const shown = document.querySelector("[data-testid=shown]");
  const none = document.querySelector("[data-testid=none-found]");
  const people = [...list.querySelectorAll(".person")];
  const all = shown.textContent.match(/\d+/g).at(-1);
  // A list that the server has filtered is not the whole list: then the server goes on filtering.
  const whole = people.length === Number(all);
  const folded = (text) => text.normalize("NFC").toLowerCase();
  const text = (person) => {
    const group = person.closest(".group").getAttribute("aria-label");
    const words = person.textContent + " " + person.querySelector("input").value + " " + group;
    return folded(words + " " + words.replaceAll("-", ""));
  };
  const texts = new Map(people.map((person) => [person, text(person)]));
  const filter = () => {
    const needles = folded(search.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const person of people) {
      person.hidden = !needles.every((needle) => texts.get(person).includes(needle));
      if (!person.hidden) count++;
    }
    for (const group of list.querySelectorAll(".group")) {
      group.hidden = !group.querySelector(".person:not([hidden])");
    }
    const visible = people.filter((person) => !person.hidden);
    if (visible.length && !visible.some((person) => person.querySelector("input").checked)) {
      visible[0].querySelector("input").checked = true;
    }
    if (!visible.length) people.forEach((person) => (person.querySelector("input").checked = false));
    list.hidden = !count;
    none.hidden = count > 0;
    shown.textContent = shown.dataset.pattern.replace("%s", count).replace("%s", all);
  };
  if (whole) {
    search.form.querySelector("button").hidden = true;
    search.addEventListener("input", filter);
    // Enter goes on to the list.
    search.form.addEventListener("submit", (event) => {
      event.preventDefault();
      list.querySelector(".person:not([hidden]) input:checked")?.focus();
    });
  }
}

// Copying.
for (const button of document.querySelectorAll(".copyable .copy")) {
  if (!navigator.clipboard) continue;
  const part = button.parentElement;
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(part.querySelector("code").textContent);
    button.textContent = part.dataset.copied;
    setTimeout(() => (button.textContent = label), 1500);
  });
}
