// The version of the generator, as it stands in every manifest; a test compares it with package.json.
export const VERSION = '0.1.0'
