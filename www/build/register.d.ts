// Importing this defines <export-risk-calculator>.
export {};
