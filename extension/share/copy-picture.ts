const PNG = 'image/png';

/** Puts a picture into the clipboard, which takes only PNG. */
export async function copyPicture(data: Blob): Promise<void> {
  const png = data.type === PNG ? data : drawAsPng(data);
  await navigator.clipboard.write([new ClipboardItem({ [PNG]: png })]);
}

async function drawAsPng(data: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(data);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: PNG });
}
