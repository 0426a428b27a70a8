-- What German shoppers read; the title stands in for it where nobody wrote one.
alter table promotion add column title_de text;
update promotion set title_de = 'Willkommen, 10 % Rabatt' where id = 'welcome' and title = 'Welcome, 10 % off';
update promotion set title_de = 'Kostenlose Lieferung' where id = 'post-free' and title = 'Free delivery';
update promotion set title_de = 'Drei Kerzen zum Preis von zwei' where id = 'three-candles' and title = 'Three candles for two';
