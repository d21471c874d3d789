/** Stylesheets are imported for esbuild alone: it collects them into the CSS file beside the bundle. */
declare module '*.css';
