// A library of many journeys: copies of the one record that is there, each sealed as the page seals its own.

/** Runs in the page: makes so many copies, each called by its number. Gives the length of the record [characters]. */
export async function fill(count) {
  const answered = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
  const digest = (text) => {
    let [high, low] = [0xcbf29ce4, 0x84222325];
    for (const byte of new TextEncoder().encode(text)) {
      low = (low ^ byte) >>> 0;
      // Times 0x100000001b3, in two halves.
      const product = low * 0x1b3;
      high = (Math.imul(high, 0x1b3) + Math.floor(product / 2 ** 32) + (low << 8)) >>> 0;
      low = product >>> 0;
    }
    return [high, low].map((half) => half.toString(16).padStart(8, "0")).join("");
  };
  const database = await answered(indexedDB.open("kedja-library", 1));
  const store = database.transaction("records", "readwrite").objectStore("records");
  const [text] = await answered(store.getAll());
  const end = text.indexOf("\n");
  const line = text.slice(17, end);
  if (digest(line) !== text.slice(0, 16)) throw new Error("the digest is made otherwise than the page makes it");
  for (let n = 0; n < count; n += 1) {
    const id = `copy-${n}`;
    const named = line.replace(/"id":"[^"]*"/, `"id":"${id}","name":"Copy ${String(n).padStart(3, "0")}"`);
    const its = named.replace(/"changed":\d+/, `"changed":${1_700_000_000_000 + n}`);
    await answered(store.put(`${digest(its)} ${its}${text.slice(end)}`, id));
  }
  database.close();
  return text.length;
}
