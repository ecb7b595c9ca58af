"""The handbook as data: JSON, CSV, XLSX, schemas and what search engines read."""
