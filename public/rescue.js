// Shows and saves what the two stores hold, as it is. It knows nothing of the app and changes nothing.

const BEGINNING = 'ldn-diary';

function localTexts() {
  return Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(BEGINNING)));
}

/** Opening must not make a database where there is none: it is broken off then. */
function journalTexts() {
  return new Promise((done, fail) => {
    const request = indexedDB.open(BEGINNING);
    setTimeout(() => fail(new Error('it does not answer')), 4000);
    request.onupgradeneeded = () => {
      request.transaction.abort();
      done({});
    };
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
      const database = request.result;
      if (!database.objectStoreNames.contains('records')) return done({});
      const records = database.transaction('records').objectStore('records');
      const [keys, texts] = [records.getAllKeys(), records.getAll()];
      texts.onerror = () => fail(texts.error);
      texts.onsuccess = () => done(Object.fromEntries(keys.result.map((key, index) => [key, texts.result[index]])));
    };
  });
}

function said(texts) {
  const count = (word) => Object.keys(texts).filter((key) => key.startsWith(`${BEGINNING}/${word}`)).length;
  const [all, days, aside] = [count(''), count('day/'), count('set-aside/')];
  if (all === 0) return 'No records of a diary.';
  return `${all} records, of which ${days} ${days === 1 ? 'is a day' : 'are days'}${aside ? ` and ${aside} could not be read` : ''}.`;
}

async function look(id, read) {
  const place = document.getElementById(id);
  try {
    const texts = await read();
    place.textContent = said(texts);
    return texts;
  } catch (error) {
    place.textContent = `It could not be opened (${error.name}: ${error.message}).`;
    return { error: String(error) };
  }
}

function save(held) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(held, null, 1)], { type: 'application/json' }));
  link.download = 'ldn-diary-rescue.json';
  link.click();
  URL.revokeObjectURL(link.href);
}

const [local, journal] = await Promise.all([look('local', async () => localTexts()), look('journal', journalTexts)]);
const button = document.getElementById('save');
button.disabled = false;
button.addEventListener('click', () => save({ format: 'ldn-diary-rescue', local, journal }));
