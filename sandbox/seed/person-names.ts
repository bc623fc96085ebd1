/** Given names; the people are invented. */
export const firstNames: readonly string[] = words(`
  Abigail Adaeze Aisha Alejandra Alicia Amara Anita Annika Anthony Beatriz Benita Bernard Bianca Brandon Bridget Calvin
  Camille Carla Carlos Cecilia Chantal Chidi Claire Colleen Connor Corinne Daniela Darnell Deborah Deepa Derek Diego
  Dolores Dominic Eileen Elena Elliot Emeka Erin Esther Fatima Felicia Fiona Frances Gabriel Gavin Genevieve Gloria
  Grant Gwen Hannah Harold Hassan Heather Hector Hiroshi Imani Ingrid Irene Isaac Ivan Jamal Janelle Jasmine Javier
  Jerome Jocelyn Joel Joyce Judith Kamal Karen Katrina Keiko Kelvin Kendra Kofi Lakshmi Latoya Leah Leonard Lila Linh
  Lorena Lucille Luis Maeve Malik Manuel Marcia Mariana Maribel Marjorie Maureen Mei Mercedes Miguel Miriam Monique
  Nadia Naomi Natalia Neil Ngozi Nicole Nina Noreen Olivia Omar Owen Paloma Pamela Patrice Paulo Penelope Phuong
  Rachel Rafael Raj Ramona Rebecca Regina Reza Rhonda Rosa Roxanne Ruben Ruth Sabrina Samira Sandra Sanjay Sergio
  Shanice Sheila Simon Sofia Stella Suresh Sylvia Tamika Teresa Terrence Thanh Theo Tiffany Trevor Uma Valerie Vanessa
  Veronica Victor Vikram Wanda Wesley Winston Yasmin Yolanda Yusuf Zachary Zoe`);

/** Family names, some rarer than life so that nobody in particular is meant. */
export const lastNames: readonly string[] = words(`
  Abernethy Achebe Adeyemo Albrecht Alcantar Amundsen Anand Ashdown Bakshi Balogun Bancroft Barrientos Bassett Beaulieu
  Bellweather Benavides Bergstrom Birdsong Blackwood Bouchard Brankovic Brightman Broussard Cabrera Calloway Canfield
  Carrasco Castellano Chaudhry Chevalier Claypool Cordero Covington Crandall Cutshaw Dalrymple Danjuma Dasgupta
  Delacroix Delgado Desrosiers Dietrich Drummond Eastwick Eberhardt Echeverria Ekwueme Ellsworth Endicott Escalante
  Fairbank Farrukh Fennimore Ferreira Fitzwater Fontaine Fuentes Gallardo Gandhiraj Garrick Gilchrist Goodspeed Gorski
  Granger Grimaldi Gutierrez Halvorsen Hargrove Hathaway Hernandez Hightower Holloway Hutchins Ibarra Igwe Ingersoll
  Iwamoto Jankowski Jefferies Jimenez Juarez Kaczmarek Kapadia Kaufmann Keating Kilbride Kimball Koenig Kowalczyk
  Kulkarni Lachance Lambeth Landry Langstaff Larkspur Ledbetter Lindqvist Lockridge Lombardi Lowenthal Lujan Macalister
  Madrigal Mahoney Maldonado Marchetti Mbeki McAdoo McElroy McIlwain Mehrotra Mendenhall Merriweather Mirza Montoya
  Mukherjee Nakagawa Navarro Newcombe Nguyen Nwosu Obrecht Odom Ogilvie Okafor Oleander Olmstead Oyelowo-Hart Pacheco
  Padgett Paredes Pemberton Penhallow Petrosyan Pham Pinkerton Polanco Prescott Quesada Quillen Rahimi Ramaswamy
  Ravenel Redfern Renteria Rickard Rosales Rothwell Saavedra Salazar Sandoval Satterfield Schumacher Seagraves Sengupta
  Shackleford Sizemore Soderberg Solano Stanhope Stavros Stonecipher Sundaram Tafoya Takahashi Talbot Teague Thibodeau
  Thorvald Tidwell Tran Treadwell Trujillo Underhill Upchurch Valdivia Vandermeer Varghese Villanueva Wadsworth
  Wakefield Warrick Weatherby Westergaard Whitcomb Winthrop Wojcik Worthington Yamauchi Yarborough Zambrano Zielinski`);

/** Free-mail providers, the commonest first. */
export const freeMailHosts = ["gmail.com", "gmail.com", "gmail.com", "yahoo.com", "outlook.com"];

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
