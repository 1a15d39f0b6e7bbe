// What the phone keeps: the list taken along, visits until they are sent, and their photos.
let opened = null;

function database() {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open("patrol", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("packs", { keyPath: "account" });
      asked.result.createObjectStore("visits", { keyPath: "id" }).createIndex("account", "account");
      asked.result.createObjectStore("photos", { keyPath: "id" }).createIndex("visit", "visit");
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  return opened;
}

/** Does something in one transaction and answers once it is safely kept. */
async function within(stores, mode, work) {
  const transaction = (await database()).transaction(stores, mode, { durability: "strict" });
  return new Promise((resolve, reject) => {
    let result = null;
    transaction.oncomplete = () => resolve(result && "result" in result ? result.result : undefined);
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
    result = work(transaction);
  });
}

export const get = (store, key) => within([store], "readonly", (all) => all.objectStore(store).get(key));

export const put = (store, value) => within([store], "readwrite", (all) => all.objectStore(store).put(value));

export const remove = (store, key) => within([store], "readwrite", (all) => all.objectStore(store).delete(key));

export const visitsOf = (account) =>
  within(["visits"], "readonly", (all) => all.objectStore("visits").index("account").getAll(account));

export const photosOf = (visit) =>
  within(["photos"], "readonly", (all) => all.objectStore("photos").index("visit").getAll(visit));

/** Changes a visit as it stands now, in one transaction, so that two windows don't overwrite each other. */
export const change = (id, changed) =>
  within(["visits"], "readwrite", (all) => {
    const visits = all.objectStore("visits");
    const read = visits.get(id);
    read.onsuccess = () => {
      if (read.result) {
        visits.put(changed(read.result));
      }
    };
    return read;
  });

/** A visit goes together with its photos. */
export const forget = (id) =>
  within(["visits", "photos"], "readwrite", (all) => {
    all.objectStore("visits").delete(id);
    return withoutPhotos(all, id);
  });

/** A visit that the server has keeps only what it is remembered by. */
export const settle = (visit) =>
  within(["visits", "photos"], "readwrite", (all) => {
    all.objectStore("visits").put(visit);
    return withoutPhotos(all, visit.id);
  });

function withoutPhotos(all, visit) {
  const photos = all.objectStore("photos");
  const keys = photos.index("visit").getAllKeys(visit);
  keys.onsuccess = () => keys.result.forEach((key) => photos.delete(key));
  return keys;
}

/** The list of somebody else is not left on the phone. */
export async function onlyPackOf(account) {
  const others = await within(["packs"], "readonly", (all) => all.objectStore("packs").getAllKeys());
  await Promise.all(others.filter((other) => other !== account).map((other) => remove("packs", other)));
}
