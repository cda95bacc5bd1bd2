// Before the first paint: the patient's theme and text size, and whether there is a diary here already.
try {
  if (Object.keys(localStorage).some((key) => key.startsWith('ldn-diary/')))
    document.documentElement.dataset.known = '';
  const { theme, text } = JSON.parse(localStorage.getItem('ldn-diary-look')) ?? {};
  Object.assign(document.documentElement.dataset, theme && { theme }, text && { text });
} catch {}
