/** Version of the engine: equal versions give equal bytes for the same study. Equal to package.json's version. */
export const ENGINE_VERSION = '0.2.0';
