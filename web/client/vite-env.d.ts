/** Style sheets are brought in for their effect. */
declare module '*.css';
