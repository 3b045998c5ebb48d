// The demo's stand-in for a site's log-in: the person is chosen in a list and named in the address.
// It runs before widget.js, and gives its tag the address where the person's token is asked for.
const person = new URLSearchParams(location.search).get('personne');
if (person) {
  const tag = document.querySelector('script[src="widget.js"]');
  const here = `demo.html?personne=${encodeURIComponent(person)}`;
  tag.dataset.tokenUrl = `/demo/token?identifiant=${encodeURIComponent(person)}`;
  tag.dataset.spaceUrl = `${here}#espace`; // these two addresses must not log the person out
  document.getElementById('accueil').href = here;
}

fetch('/demo/persons')
  .then((response) => (response.ok ? response.json() : []))
  .then(show, () => show([]));

function show(persons) {
  const list = document.getElementById('personne');
  list.append(...persons.map(({ identifiant, label }) => new Option(label, identifiant)));
  const known = persons.find(({ identifiant }) => identifiant === person);
  if (!known) return;
  document.getElementById('etat').textContent = `Session ouverte\u00a0: ${known.label}.`;
  document.getElementById('connexion').hidden = true;
  document.getElementById('sortie').hidden = false;
}
