/** The part of PouchDB that the bench uses; the package has no types of its own. */
declare module 'pouchdb-browser' {
  export default class PouchDB {
    constructor(name: string, options: { auto_compaction: boolean });
    bulkDocs(documents: readonly object[]): Promise<unknown>;
    allDocs(options: {
      startkey?: string;
      endkey?: string;
      limit?: number;
      include_docs?: boolean;
    }): Promise<{ rows: readonly { id: string; value: { rev: string } }[] }>;
    destroy(): Promise<unknown>;
  }
}
