// Where the phone is.
const EARTH = 6371000;

/** The position as {point, within}, or null where it is not known. */
export function here(patience = 15000) {
  return new Promise((resolve) => {
    if (!navigator.geolocation) {
      resolve(null);
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          point: coords.longitude.toFixed(6) + "," + coords.latitude.toFixed(6),
          within: Math.round(coords.accuracy),
        }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: patience, maximumAge: 15000 },
    );
  });
}

/** Metres between two points written "longitude,latitude"; infinite where one is not known. */
export function metres(one, other) {
  if (!one || !other) {
    return Infinity;
  }
  const [lon, lat, lon2, lat2] = [...one.split(","), ...other.split(",")].map((degrees) => (degrees * Math.PI) / 180);
  const half =
    Math.sin((lat2 - lat) / 2) ** 2 + Math.cos(lat) * Math.cos(lat2) * Math.sin((lon2 - lon) / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.sqrt(half));
}
