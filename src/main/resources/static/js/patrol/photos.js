// Photos as they are taken along: scaled down to what anybody looks at, and small enough for a weak signal.
import { put, remove, photosOf } from "./store.js";
import { element, word } from "./words.js";

const LONGEST_EDGE = 1600;
const MOST = 9;

async function scaled(file) {
  if (!file.type.startsWith("image/")) {
    return file;
  }
  try {
    const image = await createImageBitmap(file, { imageOrientation: "from-image" });
    const shrink = Math.min(1, LONGEST_EDGE / Math.max(image.width, image.height));
    const canvas = element("canvas", {
      width: Math.round(image.width * shrink),
      height: Math.round(image.height * shrink),
    });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    return await new Promise((resolve) => canvas.toBlob((small) => resolve(small ?? file), "image/jpeg", 0.85));
  } catch {
    return file; // the server says what it takes
  }
}

const size = (bytes) => (bytes < 1048576 ? Math.ceil(bytes / 1024) + " KB" : (bytes / 1048576).toFixed(1) + " MB");

function shown(photo, gone) {
  const drop = element("button", { type: "button", className: "quiet", textContent: word("drop") });
  drop.setAttribute("aria-label", word("drop-photo", photo.name));
  drop.addEventListener("click", gone);
  const item = element("li", {});
  if (photo.blob.type.startsWith("image/")) {
    const url = URL.createObjectURL(photo.blob);
    item.append(element("img", { src: url, alt: photo.name, width: 96 }));
  }
  item.append(element("span", { className: "small", textContent: photo.name + " · " + size(photo.blob.size) }), drop);
  return item;
}

/** Lets a file field keep its photos on the phone at once. */
export async function keepPhotos(input, visit, changed) {
  const field = input.name.replace(/\.new$/, "");
  const list = element("ul", { className: "kept-photos" });
  const said = element("span", { className: "small", role: "status" });
  input.after(said, list);

  async function draw() {
    const photos = (await photosOf(visit)).filter((photo) => photo.field === field);
    list.replaceChildren(
      ...photos.map((photo) =>
        shown(photo, async () => {
          await remove("photos", photo.id);
          await draw();
          input.focus();
        }),
      ),
    );
    return photos.length;
  }

  input.addEventListener("change", async () => {
    const files = Array.from(input.files);
    said.textContent = word("photo-busy");
    let there = await draw();
    for (const file of files) {
      if (there >= MOST) {
        break;
      }
      const blob = await scaled(file);
      const name = blob === file ? file.name : file.name.replace(/\.[^.]*$/, "") + ".jpg";
      await put("photos", { id: crypto.randomUUID(), visit, field, name, blob, at: Date.now() });
      there = await draw();
    }
    input.value = "";
    said.textContent = there >= MOST ? word("photo-most", MOST) : word("photo-kept", there);
    changed();
  });
  await draw();
}
