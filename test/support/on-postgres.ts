// The same tests again, on PostgreSQL: each worker of jest has a schema-free database of its own name.
process.env['TEST_DATABASE'] = 'postgres'
