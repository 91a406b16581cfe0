import { type FileType, fileTypeOf, PlatformError } from '@reident/domain';
import type { FastifyRequest } from 'fastify';
import type { Operation, UploadedFile } from '../contract/define-operation.ts';

/** Largest document that a partner may upload. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;

/** Types that may be uploaded, known by their first bytes: what the caller says about the type is not believed [UPL-2]. */
export const UPLOAD_CONTENT_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const satisfies FileType[];

export interface Upload {
  fields: Record<string, string>;
  file: UploadedFile;
}

/**
 * Reads a multipart body with text fields and exactly one part named `file`.
 *
 * @throws PlatformError `bad_request` without the part or with a broken body, `request_too_large`, `unsupported_media_type`
 */
export async function readUpload(request: FastifyRequest, takes: Operation['takes']): Promise<Upload> {
  const { fields, file } = await readParts(request, takes).catch((cause: unknown) => {
    // The reader names its own errors; a body that just ends or is garbled gets an error without a name.
    if (cause instanceof PlatformError || (cause instanceof Error && 'code' in cause)) throw cause;
    throw new PlatformError('bad_request', 'The multipart body cannot be read', { cause });
  });
  if (file) return { fields, file };
  throw new PlatformError('bad_request', 'The part named file is missing', { field: 'file', message: 'is missing' });
}

async function readParts(
  request: FastifyRequest,
  takes: Operation['takes'],
): Promise<Omit<Upload, 'file'> & { file?: UploadedFile }> {
  const fields: Record<string, string> = {};
  let file: UploadedFile | undefined;
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') fields[part.fieldname] = part.value;
    } else if (part.fieldname === 'file') {
      const bytes = await part.toBuffer();
      file = {
        name: safeName(part.filename),
        contentType: takes === 'table' ? 'text/csv' : contentTypeOf(bytes),
        bytes,
      };
    } else {
      part.file.resume();
    }
  }
  return { fields, file };
}

function contentTypeOf(bytes: Buffer): string {
  const type = fileTypeOf(bytes);
  const allowed = UPLOAD_CONTENT_TYPES.find((one) => one === type);
  if (allowed) return allowed;
  throw new PlatformError('unsupported_media_type', `The file must be one of ${UPLOAD_CONTENT_TYPES.join(', ')}`);
}

/** The last part of the path, without control characters; a name is shown, never used as a path. */
function safeName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{C}]/gu, '')
    .trim()
    .slice(0, 200);
  return clean === '' ? 'document' : clean;
}
