// Runs inside a page: every visible text whose contrast with what lies behind it is too low, from the styles as they were computed.
(() => {
  const LARGE_PX = 24;
  const LARGE_BOLD_PX = 18.66;
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

  function rgba(colour) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  }
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  function behind(node) {
    const layers = [];
    for (let at = node; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      layers.unshift(colour);
      if (colour[3] === 1) break;
    }
    return layers.reduce((under, layer) => over(layer, under), [255, 255, 255, 1]);
  }
  const linear = channel => {
    const part = channel / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  function ratio(colour, ground) {
    const [bright, dark] = [light(over(colour, ground)), light(ground)].sort((a, b) => b - a);
    return (bright + 0.05) / (dark + 0.05);
  }
  const isSeen = node =>
    node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !node.closest('.unseen, [inert], :disabled') &&
    node.getBoundingClientRect().width > 0;

  const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
  const wrong = [];
  let looked = 0;
  const look = (node, style, text) => {
    const px = Number.parseFloat(style.fontSize);
    const isLarge = px >= LARGE_PX || (px >= LARGE_BOLD_PX && Number(style.fontWeight) >= 700);
    const found = ratio(rgba(style.color), behind(node));
    looked++;
    if (found < (isLarge ? 3 : 4.5)) wrong.push(`${found.toFixed(2)} ${text.trim().slice(0, 40)}`);
  };
  for (const node of root.querySelectorAll('*')) {
    if (!isSeen(node)) continue;
    const own = [...node.childNodes].filter(each => each.nodeType === Node.TEXT_NODE && each.data.trim() !== '');
    if (own.length > 0) look(node, getComputedStyle(node), own[0].data);
    if (node.matches('input, select, textarea')) {
      look(node, getComputedStyle(node), node.value || 'a field');
      if (node.placeholder) look(node, getComputedStyle(node, '::placeholder'), node.placeholder);
      const edge = rgba(getComputedStyle(node).borderTopColor);
      const isBox = node.matches('[type="radio"], [type="checkbox"], .composer input');
      if (!isBox && ratio(edge, behind(node.parentElement)) < 3) wrong.push(`the edge of ${node.id || node.type}`);
    }
  }
  return { looked, wrong };
})();
