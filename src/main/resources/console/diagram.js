// Draws the process of a case where a page has room for one; without a script the sentence above it says where the case stands.
const viewer = '/console/assets/bpmn-js/bpmn-viewer.production.min.js';

function load(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
}

async function draw(place) {
  const answer = await fetch(place.dataset.process);
  if (!answer.ok) {
    return;
  }
  const diagram = new window.BpmnJS({ container: place });
  await diagram.importXML(await answer.text());
  const canvas = diagram.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  if (place.dataset.active && diagram.get('elementRegistry').get(place.dataset.active)) {
    canvas.addMarker(place.dataset.active, 'active');
  }
  place.dataset.drawn = 'true';
}

const places = document.querySelectorAll('[data-process]');
if (places.length > 0) {
  await load(viewer);
  for (const place of places) {
    await draw(place);
  }
}
