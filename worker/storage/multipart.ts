/** Ends a multipart upload, late parts too; one that has ended already is fine. */
export async function abortUpload(bucket: R2Bucket, key: string, uploadId: string): Promise<void> {
  try {
    await bucket.resumeMultipartUpload(key, uploadId).abort();
  } catch (error) {
    if (!isNoSuchUpload(error)) throw error;
  }
}

const NO_SUCH_UPLOAD = 10024;

export function isNoSuchUpload(error: unknown): boolean {
  return error instanceof Error && error.message.includes(`(${NO_SUCH_UPLOAD})`);
}
