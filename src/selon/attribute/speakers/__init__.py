"""WHO IT IS: names, roles, bodies and pronouns resolved within an article."""
