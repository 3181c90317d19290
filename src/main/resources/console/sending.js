// Says that a form was sent, so that nobody wonders or presses twice; without a script the browser alone shows it.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post') {
    return;
  }
  if (form.getAttribute('aria-busy') === 'true') {
    event.preventDefault();
    return;
  }
  form.setAttribute('aria-busy', 'true');
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  said.className = 'working-on-it';
  said.textContent = 'Working …';
  form.append(said);
});

// Whoever goes back finds the form as it was.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[aria-busy]')) {
    form.removeAttribute('aria-busy');
    form.querySelector('.working-on-it')?.remove();
  }
});
