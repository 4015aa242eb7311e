/** What is used of one of the browser's storage areas, `storage.local` or `storage.session`. */
export interface StorageArea {
  get(keys: string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

/** A storage area that tells of its changes. */
export interface WatchedStorageArea extends StorageArea {
  readonly onChanged: {
    addListener(listener: StorageListener): void;
    removeListener(listener: StorageListener): void;
  };
}

export type StorageListener = (changes: Record<string, unknown>) => void;
