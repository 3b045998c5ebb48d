// The one tag of a website: <script src="https://host/widget/widget.js" defer></script>
// Finds its own host from that tag and loads the rest of the widget from there, and from nowhere else.
(() => {
  const tag = document.currentScript;
  if (!tag || window.boussoleWidget) return; // included twice: one launcher is enough
  window.boussoleWidget = true;
  const base = new URL('.', tag.src);

  import(new URL('parts/app.js', base).href)
    .then((app) => app.start({ base, tag }))
    .catch((error) => {
      console.error('Boussole: the widget could not be loaded', error);
      // The texts may be what is missing, so this one sentence lives here.
      const sorry = document.createElement('p');
      sorry.textContent =
        'L’assistant n’est pas disponible pour le moment. Vous pouvez appeler le 39 49 ou utiliser votre espace personnel.';
      document.body.append(sorry);
    });
})();
